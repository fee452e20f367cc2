"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { moveCalls } from "@/lib/client/mutations/move-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { useMovePeople } from "@/lib/client/queries/use-move";
import { toast } from "@/lib/client/toast";
import type { MovedPersonWire, MoveWire } from "@/lib/contracts/move";

type Props = { organization: string; move: MoveWire; person: MovedPersonWire; registrationId: string };

/** Says by hand who a newcomer is: a member whom only the old identity provider knows. */
export function MatchDialog({ organization, move, person, registrationId }: Props) {
  const t = useTranslations("move");
  const [memberId, setMemberId] = useState<string | null>(null);
  const match = useDirectoryCall((id: string) => moveCalls(organization, move.to.connection_id).match({ registration_id: registrationId, member_id: id }));
  const name = person.name || person.email_address;

  async function confirm() {
    if (!memberId) return;
    await match.mutateAsync(memberId);
    toast.success(t("match.done", { name }));
  }

  return (
    <span className="relative z-1">
      <ConfirmDialog
        trigger={<Button size="sm">{t("people.match")}</Button>}
        title={t("match.title", { name })}
        description={t("match.description", { from: move.from.display_name })}
        confirmLabel={t("match.submit")}
        tone="plain"
        ready={memberId !== null}
        onConfirm={confirm}
      >
        <OldMember organization={organization} move={move} value={memberId} onChange={setMemberId} />
      </ConfirmDialog>
    </span>
  );
}

function OldMember({ organization, move, value, onChange }: { organization: string; move: MoveWire; value: string | null; onChange: (value: string) => void }) {
  const t = useTranslations("move");
  const [text, setText] = useState("");
  const { data, isFetching } = useMovePeople(organization, move.to.connection_id, { outcome: "only_old", search: text || undefined, limit: 20 });
  const options = (data?.rows ?? []).map((each) => ({ value: each.member_id, label: each.name || each.email_address, description: each.old?.user_name ?? each.email_address }));
  return (
    <Field label={t("match.label")}>
      <Combobox value={value} onValueChange={onChange} options={options} onSearch={setText} loading={isFetching} placeholder={t("match.placeholder")} searchPlaceholder={t("match.placeholder")} />
    </Field>
  );
}
