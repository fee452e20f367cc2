import { useFormatter, useNow, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Stat, StatGroup } from "@/components/ui/stat";
import type { SystemHealth } from "@/lib/installation/read-system-health";

/** Queues, calls of the last hour and the database, in numbers. */
export function SystemFigures({ health: { queue, calls, database } }: { health: SystemHealth }) {
  const t = useTranslations("system");
  const format = useFormatter();
  const now = useNow();
  const ms = (value: number | null): string => (value === null ? "–" : t("slowest.milliseconds", { value: format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 }) }));
  return (
    <>
      <Section title={t("queue.title")} description={t("queue.description")}>
        <StatGroup>
          <Stat label={t("queue.unnumbered")} value={format.number(queue.unnumbered)} />
          <Stat label={t("queue.due")} value={format.number(queue.due)} detail={queue.oldestDueSeconds === null ? t("queue.noLag") : t("queue.lag", { when: format.relativeTime(new Date(now.getTime() - Math.max(0, queue.oldestDueSeconds) * 1000), now) })} />
          <Stat label={t("queue.waiting")} value={format.number(queue.waiting)} />
          <Stat label={t("queue.held")} value={format.number(queue.held)} detail={t("queue.heldDetail")} />
          <Stat label={t("queue.failing")} value={format.number(queue.failingEndpoints)} href="/operator/webhooks" />
        </StatGroup>
      </Section>
      <Section title={t("calls.title")} description={t("calls.description")}>
        <StatGroup>
          <Stat label={t("calls.count")} value={format.number(calls.count)} />
          <Stat label={t("calls.failed")} value={format.number(calls.failed)} />
          <Stat label={t("calls.median")} value={ms(calls.medianMs)} />
          <Stat label={t("calls.p95")} value={ms(calls.p95Ms)} />
        </StatGroup>
      </Section>
      <Section title={t("database.title")}>
        <StatGroup>
          <Stat label={t("database.version")} value={database.version.split(" ")[0]} detail="PostgreSQL" />
          <Stat label={t("database.size")} value={t("processes.megabytes", { value: format.number(database.bytes / 1_048_576, { maximumFractionDigits: 0 }) })} />
          <Stat label={t("database.connections")} value={format.number(database.connections)} detail={t("database.ofLimit", { limit: database.connectionLimit })} />
          <Stat label={t("database.migrations")} value={format.number(database.migrationsApplied)} detail={t("database.pending", { count: database.migrationsPending })} />
        </StatGroup>
      </Section>
    </>
  );
}
