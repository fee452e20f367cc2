"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { sessionCalls } from "@/lib/client/mutations/session-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { toast } from "@/lib/client/toast";
import type { RoleOwner } from "../members/member-roles";

/** Ends every session of a person, after asking by name. */
export function EndAllSessions({ owner, count }: { owner: RoleOwner; count: number }) {
  const t = useTranslations("sessions.member");
  const { name } = owner;
  const end = useDirectoryCall(() => sessionCalls(owner.organization).endAll(owner.memberId));
  return (
    <ConfirmDialog
      trigger={<Button size="sm">{t("endAll")}</Button>}
      title={t("endAllTitle", { name })}
      description={t("endAllDescription", { name, count })}
      confirmLabel={t("endAllAction")}
      onConfirm={async () => {
        const { ended_sessions: ended } = await end.mutateAsync(undefined);
        toast.success(t("endedAll", { name, count: ended }));
      }}
    />
  );
}
