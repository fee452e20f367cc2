import { useFormatter, useTranslations } from "next-intl";
import { ChartCard } from "@/components/charts/chart-card";
import { ChartPeriodChoice } from "@/components/charts/chart-period-choice";
import { useMomentLabel } from "@/components/charts/use-moment-label";
import { Section } from "@/components/ui/section";
import type { ChartPeriod } from "@/lib/contracts/chart-period";
import type { DeliveryActivity, DeliverySpan } from "@/lib/webhooks/find-delivery-activity";

/** What was sent to an endpoint in a period, by how it ended, and how long the receiver took. */
export function DeliveryCharts({ period, activity: { spans, capped } }: { period: ChartPeriod; activity: DeliveryActivity }) {
  const t = useTranslations("webhooks.charts");
  const format = useFormatter();
  const label = useMomentLabel(period);
  const rows = spans.map(({ from, ...values }) => ({ label: label(from), values }));
  const total = (key: keyof Omit<DeliverySpan, "from">): string => format.number(spans.reduce((sum, span) => sum + (span[key] ?? 0), 0));
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
    <Section title={t("title")} description={t("description", { period })} actions={<ChartPeriodChoice />}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ChartCard title={t("deliveries")} description={t("deliveriesText")} series={states} rows={pick(states.map(({ key }) => key))} kind="bars" empty={t("empty")} note={capped ? t("capped") : null} />
        <ChartCard title={t("latency")} description={t("latencyText")} series={latency} rows={pick(["p50", "p95"])} kind="lines" unit="millisecond" empty={t("emptyLatency")} />
      </div>
    </Section>
  );
}
