"use client";

import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { useTransition } from "react";
import { cn } from "@/components/ui/cn";
import { type ChartPeriod, chartPeriods } from "@/lib/contracts/chart-period";
import { chartParameters } from "./chart-period";

/** How far back the charts below go; in the URL, so that a link shows the same. */
export function ChartPeriodChoice() {
  const t = useTranslations("common.chart");
  const [pending, startTransition] = useTransition();
  const [period, setPeriod] = useQueryState("period", { ...chartParameters.period, shallow: false, startTransition });
  return (
    <div role="group" aria-label={t("period")} aria-busy={pending} className="inline-flex w-fit rounded-md border border-border bg-sunken p-0.5">
      {chartPeriods.map((value) => (
        <Choice key={value} value={value} current={value === period} pick={(next) => void setPeriod(next)} />
      ))}
    </div>
  );
}

function Choice({ value, current, pick }: { value: ChartPeriod; current: boolean; pick: (value: ChartPeriod) => void }) {
  const t = useTranslations("common.chart");
  return (
    <button
      type="button"
      aria-pressed={current}
      onClick={() => pick(value)}
      className={cn("h-6 rounded-sm px-2.5 text-xs transition-colors", current ? "bg-surface font-medium text-text shadow-xs" : "text-muted hover:text-text")}
    >
      {t(`periods.${value}`)}
    </button>
  );
}
