import { useFormatter, useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ActivityDay } from "@/lib/activity/find-activity";
import { ActivityFigure } from "./activity-figure";

/** What the IdPs asked for in the last days, by how it ended, with how long it took; a table says the same to assistive technology. */
export function ActivityCard({ days }: { days: readonly ActivityDay[] }) {
  const t = useTranslations("activity.chart");
  const format = useFormatter();
  const sum = (key: "changes" | "reads" | "refused" | "failed"): number => days.reduce((total, day) => total + day[key], 0);
  const series = [
    { key: "changes", color: "bg-accent" },
    { key: "reads", color: "bg-control" },
    { key: "refused", color: "bg-warning" },
    { key: "failed", color: "bg-danger" },
  ] as const;
  const slowest = Math.max(...days.map((day) => day.p95 ?? 0));
  const label = (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  return (
    <Card>
      <CardHeader title={t("title")} description={slowest > 0 ? t("latency", { days: days.length, slowest }) : t("period", { days: days.length })} />
      <CardBody className="flex flex-col gap-3">
        {days.every(({ changes, reads, refused, failed }) => changes + reads + refused + failed === 0) ? (
          <p className="flex h-40 items-center justify-center rounded-md bg-sunken px-4 text-center text-sm text-muted">{t("none", { days: days.length })}</p>
        ) : (
          <>
            <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
              {series.map(({ key, color }) => (
                <li key={key} className="flex items-center gap-1.5">
                  <span aria-hidden className={`size-2 rounded-xs ${color}`} />
                  {t(key)} <span className="tabular font-medium text-text">{format.number(sum(key))}</span>
                </li>
              ))}
            </ul>
            <ActivityFigure days={days.map((day) => ({ ...day, label: label(day.day) }))} names={{ changes: t("changes"), reads: t("reads"), refused: t("refused"), failed: t("failed") }} />
            <div className="sr-only">
              <table>
                <caption>{t("title")}</caption>
                <tbody>
                  {days.map((day) => (
                    <tr key={day.day}>
                      <th scope="row">{label(day.day)}</th>
                      <td>{t("day", { changes: day.changes, reads: day.reads, refused: day.refused, failed: day.failed })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </CardBody>
    </Card>
  );
}
