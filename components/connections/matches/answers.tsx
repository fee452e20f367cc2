"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { moveCalls } from "@/lib/client/mutations/move-calls";
import { useDirectoryCall } from "@/lib/client/mutations/use-directory-call";
import { toast } from "@/lib/client/toast";
import type { DecideAdoptionsBody } from "@/lib/contracts/adoption";

type Decision = DecideAdoptionsBody["decision"];
type Props = { organization: string; connectionId: string; idp: string; adoptionIds: string[]; onDone?: () => void };

/** The three answers to "is this the same person?". Only the one that cannot be taken back asks again. */
export function Answers({ organization, connectionId, idp, adoptionIds, onDone }: Props) {
  const t = useTranslations("matches");
  const decide = useDirectoryCall((decision: Decision) => moveCalls(organization, connectionId).decide({ decision, adoption_ids: adoptionIds }));

  async function answer(decision: Decision) {
    const { people } = await decide.mutateAsync(decision);
    toast.success(t(`done.${decision}`, { count: people }));
    onDone?.();
  }

  const plain = (decision: "apart" | "ignore") => (
    <Button size="sm" variant={decision === "apart" ? "secondary" : "quiet"} disabled={decide.isPending} onClick={() => void answer(decision).catch((error: unknown) => toast.error((error as Error).message))}>
      {t(decision)}
    </Button>
  );
  return (
    <span className="relative z-1 flex flex-wrap gap-1.5 sm:justify-end">
      {plain("ignore")}
      {plain("apart")}
      <ConfirmDialog
        trigger={<Button size="sm" variant="primary">{t("link")}</Button>}
        title={t("linkTitle", { count: adoptionIds.length })}
        description={t("linkDescription", { idp })}
        confirmLabel={t("linkConfirm", { count: adoptionIds.length })}
        tone="plain"
        onConfirm={() => answer("link")}
      />
    </span>
  );
}
