"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Stays in sight while questions are selected: one answer for all of them. */
export function AnswerBar({ count, onClear, children }: { count: number; onClear: () => void; children: ReactNode }) {
  const t = useTranslations("matches");
  return (
    <div role="region" aria-label={t("selected", { count })} className="sticky bottom-4 z-30 mx-auto flex w-full max-w-2xl flex-wrap items-center justify-between gap-3 rounded-xl border border-border bg-raised px-4 py-3 text-sm shadow-lg">
      <p className="font-medium">{t("selected", { count })}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" size="sm" onClick={onClear}>
          {t("clear")}
        </Button>
        {children}
      </div>
    </div>
  );
}
