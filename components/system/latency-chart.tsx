import { useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { ChartPeriodChoice } from "@/components/charts/chart-period-choice";
import { useMomentLabel } from "@/components/charts/use-moment-label";
import type { LatencySpan } from "@/lib/activity/find-latency";
import type { ChartPeriod } from "@/lib/contracts/chart-period";

/** How fast identity providers were answered in a period. */
export function LatencyChart({ period, spans }: { period: ChartPeriod; spans: readonly LatencySpan[] }) {
  const t = useTranslations("system.latency");
  const label = useMomentLabel(period);
  const rows = spans.map(({ from, p50, p95 }) => ({ label: label(from), values: { p50, p95 } }));
  const series = [
    { key: "p50", label: t("p50"), color: "accent" },
    { key: "p95", label: t("p95"), color: "warning" },
  ] as const;
  const calls = spans.reduce((sum, span) => sum + span.calls, 0);
  return (
    <ChartCard
      title={t("title")}
      description={t("description", { calls, period })}
      actions={<ChartPeriodChoice />}
      series={series}
      rows={rows}
      kind="lines"
      unit="millisecond"
      empty={t("empty", { period })}
      note={t("note")}
    />
  );
}
