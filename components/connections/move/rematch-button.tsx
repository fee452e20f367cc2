"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { moveCalls } from "@/lib/client/mutations/move-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { toast } from "@/lib/client/toast";
import type { MovedPersonWire, MoveWire } from "@/lib/contracts/move";

type Props = { organization: string; move: MoveWire; person: MovedPersonWire; registrationId: string; memberId: string };

/** Says that the two are the same person after all. */
export function RematchButton({ organization, move, person, registrationId, memberId }: Props) {
  const t = useTranslations("move.detach");
  const match = useDirectoryCall(() => moveCalls(organization, move.to.connection_id).match({ registration_id: registrationId, member_id: memberId }));

  async function rematch() {
    try {
      await match.mutateAsync(undefined);
      toast.success(t("undone", { name: person.name || person.email_address }));
    } catch (error) {
      toast.error(error instanceof Error ? error.message : t("undoFailed"));
    }
  }

  return (
    <Button size="sm" className="relative z-1" pending={match.isPending} onClick={() => void rematch()}>
      {t("same")}
    </Button>
  );
}
