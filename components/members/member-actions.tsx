"use client";

import { RotateCcw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "@/lib/client/toast";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { directoryCalls } from "@/lib/client/mutations/directory-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import type { RoleOwner } from "./member-roles";

type Props = { owner: RoleOwner; organizationName: string; canReactivate: boolean; canRemove: boolean };

/** What can be done to a member who was added by hand; provisioned people are the identity provider's to remove. */
export function MemberActions({ owner, organizationName, canReactivate, canRemove }: Props) {
  const t = useTranslations("members.actions");
  const router = useRouter();
  const { organization, memberId, name } = owner;
  const reactivate = useDirectoryCall(() => directoryCalls(organization).reactivateMember(memberId));
  const remove = useDirectoryCall(() => directoryCalls(organization).removeMember(memberId));
  return (
    <>
      {canReactivate ? (
        <ConfirmDialog
          trigger={<Button><RotateCcw aria-hidden />{t("reactivate")}</Button>}
          title={t("reactivateTitle", { name })}
          description={t("reactivateDescription", { name })}
          confirmLabel={t("reactivate")}
          tone="plain"
          onConfirm={async () => {
            await reactivate.mutateAsync(undefined);
            toast.success(t("reactivated", { name }));
          }}
        />
      ) : null}
      {canRemove ? (
        <ConfirmDialog
          trigger={<Button variant="danger-outline"><Trash2 aria-hidden />{t("delete")}</Button>}
          title={t("deleteTitle", { name, organization: organizationName })}
          description={t("deleteDescription")}
          confirmLabel={t("deleteAction", { name })}
          onConfirm={async () => {
            await remove.mutateAsync(undefined);
            toast.success(t("deleted", { name }));
            router.push(`/organizations/${organization}/members`);
          }}
        />
      ) : null}
    </>
  );
}
