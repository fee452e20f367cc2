"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { sessionCalls } from "@/lib/client/mutations/session-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { toast } from "@/lib/client/toast";
import type { RoleOwner } from "../members/member-roles";

/** Ends one session, after asking. */
export function EndSession({ owner, sessionId, device }: { owner: RoleOwner; sessionId: string; device: string }) {
  const t = useTranslations("sessions.member");
  const { name } = owner;
  const end = useDirectoryCall(() => sessionCalls(owner.organization).end(owner.memberId, sessionId));
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="quiet" aria-label={t("endLabel", { device })} className="-my-0.5">
          {t("end")}
        </Button>
      }
      title={t("endTitle", { name })}
      description={t("endDescription", { name, device })}
      confirmLabel={t("endAction")}
      onConfirm={async () => {
        await end.mutateAsync(undefined);
        toast.success(t("ended", { name, device }));
      }}
    />
  );
}
