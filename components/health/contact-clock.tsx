import { useNow, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stat, StatGroup } from "@/components/ui/stat";
import type { HealthWire } from "@/lib/contracts/health";

/** When the IdP was heard of, how often it calls, and when it should call again. */
export function ContactClock({ health }: { health: HealthWire }) {
  const t = useTranslations("health.clock");
  const now = useNow();
  const { last_contact_at: last, next_expected_at: next, every_minutes: every, rhythm, overdue, paused } = health.contact;
  const pace = every === null ? (rhythm === "on_change" ? t("onChange") : "–") : every < 120 ? t("everyMinutes", { minutes: every }) : t("everyHours", { hours: Math.round(every / 60) });
  return (
    <StatGroup>
      <Stat label={t("last")} value={<span className="text-lg">{last ? <RelativeTime at={last} /> : t("never")}</span>} detail={<>{t.rich("checked", { time: () => <RelativeTime at={health.computed_at} /> })}</>} />
      <Stat label={t("every")} value={<span className="text-lg first-letter:uppercase">{pace}</span>} detail={t(rhythm)} />
      <Stat
        label={t("next")}
        value={<span className="text-lg">{paused ? <Badge tone="warning">{t("paused")}</Badge> : overdue ? <Badge tone="danger">{t("overdue")}</Badge> : next ? Date.parse(next) <= now.getTime() ? t("due") : <RelativeTime at={next} /> : rhythm === "on_change" ? t("nextChange") : "–"}</span>}
        detail={paused ? t("pausedDetail") : overdue && next ? <RelativeTime at={next} /> : null}
      />
    </StatGroup>
  );
}
