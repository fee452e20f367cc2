"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { moveCalls } from "@/lib/client/mutations/move-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { toast } from "@/lib/client/toast";
import type { MovedPersonWire, MoveWire } from "@/lib/contracts/move";

/** Takes a match back: the two only look like one person. Can be undone until the move is finished. */
export function DetachPerson({ organization, move, person }: { organization: string; move: MoveWire; person: MovedPersonWire }) {
  const t = useTranslations("move.detach");
  const calls = moveCalls(organization, move.to.connection_id);
  const detach = useDirectoryCall(() => calls.detach({ member_id: person.member_id }));
  const undo = useDirectoryCall((registrationId: string) => calls.match({ registration_id: registrationId, member_id: person.member_id }));
  const name = person.name || person.email_address;

  async function confirm() {
    const { registration_id: registrationId } = await detach.mutateAsync(undefined);
    toast.success(t("done", { name }), { action: { label: t("undo"), onClick: () => void takeBack(registrationId) } });
  }

  async function takeBack(registrationId: string) {
    try {
      await undo.mutateAsync(registrationId);
      toast.success(t("undone", { name }));
    } catch (error) {
      toast.error(error instanceof Error ? error.message : t("undoFailed"));
    }
  }

  return (
    <span className="relative z-1">
      <ConfirmDialog
        trigger={<Button size="sm">{t("action")}</Button>}
        title={t("title", { old: person.old?.user_name ?? name, new: person.new?.user_name ?? name })}
        description={t("description", { from: move.from.display_name, to: move.to.display_name })}
        confirmLabel={t("submit")}
        tone="plain"
        onConfirm={confirm}
      />
    </span>
  );
}
