"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { directoryCalls } from "@/lib/client/mutations/directory-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import type { RoleOwner } from "./member-roles";

type Props = { owner: RoleOwner; roleId: string; /** A group gives the role too. */ keeps: boolean; lastAdmin: boolean };

/** Takes back a role that was given by hand. */
export function UnassignRole({ owner, roleId, keeps, lastAdmin }: Props) {
  const t = useTranslations("members.roles");
  const { name } = owner;
  const unassign = useDirectoryCall(() => directoryCalls(owner.organization).unassignRole(owner.memberId, roleId));
  const trigger = (
    <Button size="sm" variant="quiet" aria-label={t("removeLabel", { role: roleId })} className="-my-0.5 justify-self-start">
      <X aria-hidden />
      {t("remove")}
    </Button>
  );
  return (
    <ConfirmDialog
      trigger={trigger}
      title={t("removeTitle", { role: roleId, name })}
      description={t(keeps ? "removeKeeps" : "removeLoses", { role: roleId, name })}
      confirmLabel={t("removeAction")}
      onConfirm={async () => {
        await unassign.mutateAsync(undefined);
        toast.success(t("removed", { role: roleId, name }));
      }}
    >
      {lastAdmin && !keeps ? <Callout tone="warning">{t("lastAdmin", { name })}</Callout> : null}
    </ConfirmDialog>
  );
}
