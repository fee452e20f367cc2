import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { chartParameters } from "@/components/charts/chart-period";
import { LatencyChart } from "@/components/system/latency-chart";
import { ProcessList } from "@/components/system/process-list";
import { RefreshEvery } from "@/components/ui/refresh-every";
import { SlowestStatements } from "@/components/system/slowest-statements";
import { SlowestCalls } from "@/components/system/slowest-calls";
import { SystemFigures } from "@/components/system/system-figures";
import { StatusBadge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { findLatency } from "@/lib/activity/find-latency";
import { requireOperator } from "@/lib/auth/require-operator";
import { findSlowestStatements } from "@/lib/installation/find-slowest-statements";
import { readSystemHealth } from "@/lib/installation/read-system-health";

const loadParameters = createLoader(chartParameters);

export async function generateMetadata() {
  return { title: (await getTranslations("system"))("title") };
}

export default async function SystemHealthPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { scope } = await requireOperator();
  const { period } = await loadParameters(searchParams);
  const t = await getTranslations("system");
  const [health, latency, statements] = await Promise.all([readSystemHealth(scope), findLatency(scope, period), findSlowestStatements(scope)]);
  const live = (
    <StatusBadge tone="success" live className="text-xs text-muted">
      {t("live")}
    </StatusBadge>
  );
  return (
    <>
      <RefreshEvery seconds={5} />
      <PageHeader title={t("title")} description={t("description")} actions={live} />
      <Section title={t("processes.title")} description={t("processes.description")}>
        <ProcessList processes={health.processes} />
      </Section>
      <SystemFigures health={health} />
      <LatencyChart period={period} spans={latency} />
      {health.slowest.length > 0 ? (
        <Section title={t("slowest.title")} description={t("slowest.description")}>
          <SlowestCalls calls={health.slowest} />
        </Section>
      ) : null}
      <SlowestStatements slowest={statements} />
    </>
  );
}
