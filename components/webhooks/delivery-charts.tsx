import { useFormatter, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import type { DeliveryActivity, DeliveryHour } from "@/lib/webhooks/find-delivery-activity";

/** What was sent to an endpoint in the last day, by how it ended, and how long the receiver took. */
export function DeliveryCharts({ activity: { hours, capped } }: { activity: DeliveryActivity }) {
  const t = useTranslations("webhooks.charts");
  const format = useFormatter();
  const rows = hours.map(({ hour, ...values }) => ({ label: format.dateTime(hour, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC" }), values }));
  const total = (key: keyof Omit<DeliveryHour, "hour">): string => format.number(hours.reduce((sum, hour) => sum + (hour[key] ?? 0), 0));
  const pick = (keys: readonly string[]) => rows.map(({ label, values }) => ({ label, values: Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key))) }));
  const states = [
    { key: "first", label: t("first"), color: "success", total: total("first") },
    { key: "retried", label: t("retried"), color: "warning", total: total("retried") },
    { key: "waiting", label: t("waiting"), color: "control", total: total("waiting") },
    { key: "exhausted", label: t("exhausted"), color: "danger", total: total("exhausted") },
  ] as const;
  const latency = [
    { key: "p50", label: t("p50"), color: "accent" },
    { key: "p95", label: t("p95"), color: "warning" },
  ] as const;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <ChartCard title={t("deliveries")} description={t("deliveriesText")} series={states} rows={pick(states.map(({ key }) => key))} kind="bars" empty={t("empty")} note={capped ? t("capped") : null} />
      <ChartCard title={t("latency")} description={t("latencyText")} series={latency} rows={pick(["p50", "p95"])} kind="lines" unit="millisecond" empty={t("emptyLatency")} />
    </div>
  );
}
