import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

export type ActivityChartProps = { days: readonly { day: string; calls: number; failures: number }[] };

/** Bars of IdP calls a day; refused ones stand out at the foot. Drawn by the server; a table says the same to assistive technology. */
export function ActivityChart({ days }: ActivityChartProps) {
  const t = useTranslations("overview.activity");
  const format = useFormatter();
  const highest = Math.max(1, ...days.map((day) => day.calls));
  const label = (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  return (
    <figure className="relative">
      <div aria-hidden className="flex h-28 items-end gap-1 border-b border-border-strong">
        {days.map((day) => (
          <div key={day.day} title={t("day", { day: label(day.day), calls: day.calls, failures: day.failures })} className="flex h-full flex-1 flex-col justify-end gap-px rounded-t-xs hover:bg-sunken">
            <div className={cn("rounded-t-xs bg-accent", day.calls > day.failures && "min-h-0.5")} style={{ height: `${((day.calls - day.failures) / highest) * 100}%` }} />
            <div className={cn("bg-danger", day.failures > 0 && "min-h-0.5")} style={{ height: `${(day.failures / highest) * 100}%` }} />
          </div>
        ))}
      </div>
      <div aria-hidden className="mt-1.5 flex justify-between text-2xs text-muted">
        <span>{label(days[0]?.day ?? "1970-01-01")}</span>
        <span>{t("today")}</span>
      </div>
      {/* A table does not shrink to the one pixel of sr-only: its frame does. */}
      <div className="sr-only">
        <table>
          <caption>{t("title")}</caption>
          <tbody>
            {days.map((day) => (
              <tr key={day.day}>
                <th scope="row">{label(day.day)}</th>
                <td>{t("day", { day: label(day.day), calls: day.calls, failures: day.failures })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
