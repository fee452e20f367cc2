import { useFormatter, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import type { LatencyHour } from "@/lib/activity/find-latency";

/** How fast identity providers were answered in the last day. */
export function LatencyChart({ hours }: { hours: readonly LatencyHour[] }) {
  const t = useTranslations("system.latency");
  const format = useFormatter();
  const rows = hours.map(({ hour, p50, p95 }) => ({ label: format.dateTime(hour, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC" }), values: { p50, p95 } }));
  const series = [
    { key: "p50", label: t("p50"), color: "accent" },
    { key: "p95", label: t("p95"), color: "warning" },
  ] as const;
  const calls = hours.reduce((sum, hour) => sum + hour.calls, 0);
  return <ChartCard title={t("title")} description={t("description", { calls })} series={series} rows={rows} kind="lines" unit="millisecond" empty={t("empty")} note={t("note")} />;
}
