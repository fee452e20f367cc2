"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { OthersChanges } from "./others-changes";
import type { OthersChange } from "./rebase-rows";

type Props = { changes: readonly OthersChange[]; onReview: () => Promise<unknown>; onClose: () => void };

/** Somebody else saved first: says what they did, keeps what was entered here, and leads back to the preview. */
export function MappingChangedDialog({ changes, onReview, onClose }: Props) {
  const t = useTranslations("roles.mapping.others");
  return (
    <ConfirmDialog open onOpenChange={(open) => (open ? null : onClose())} title={t("title")} description={t("nothingSaved")} confirmLabel={t("reviewAgain")} tone="plain" onConfirm={onReview}>
      <div className="rounded-lg border border-border px-3 py-2 text-sm text-muted">
        <OthersChanges changes={changes} />
      </div>
    </ConfirmDialog>
  );
}
