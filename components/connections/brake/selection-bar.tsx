"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { BrakeCaseWire } from "@/lib/contracts/brake";
import type { Work } from "./brake-review";
import { useDecide } from "./use-decide";

type Props = { organization: string; brakeCase: BrakeCaseWire; selected: ReadonlySet<string>; onClear: () => void; onWork: (work: Work | null) => void };

/** Stays in sight while people are selected: restore these, or confirm that these left. */
export function SelectionBar({ organization, brakeCase, selected, onClear, onWork }: Props) {
  const t = useTranslations("brake.people");
  const choices = useTranslations("brake");
  const decide = useDecide(organization, brakeCase, onWork);
  const count = selected.size;

  async function confirm(decision: Work["decision"]) {
    await decide(decision, count, { departure_ids: [...selected] });
    onClear();
  }

  const dialog = (decision: Work["decision"]) => {
    const label = decision === "undo" ? t(brakeCase.mode === "hold" ? "keepSelected" : "undoSelected") : t("releaseSelected");
    return (
      <ConfirmDialog
        trigger={<Button size="sm" variant={decision === "undo" ? "primary" : "secondary"}>{label}</Button>}
        title={choices(`${decision}.confirmTitle`, { count })}
        confirmLabel={label}
        tone={decision === "undo" ? "plain" : "danger"}
        onConfirm={() => confirm(decision)}
      />
    );
  };
  return (
    <div role="region" aria-label={t("selected", { count })} className="sticky bottom-4 z-30 mx-auto flex w-full max-w-xl flex-wrap items-center justify-between gap-3 rounded-xl border border-border bg-raised px-4 py-3 text-sm shadow-lg">
      <p className="font-medium">{t("selected", { count })}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" size="sm" onClick={onClear}>
          {t("clear")}
        </Button>
        {dialog("release")}
        {dialog("undo")}
      </div>
    </div>
  );
}
