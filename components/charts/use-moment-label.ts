import { useFormatter } from "next-intl";
import type { ChartPeriod } from "@/lib/contracts/chart-period";

/** What stands below a bar or point: its hour, or its day where each is a day. */
export function useMomentLabel(period: ChartPeriod): (from: Date) => string {
  const format = useFormatter();
  const hour = period === "month" ? {} : ({ hour: "2-digit", minute: "2-digit" } as const);
  return (from) => format.dateTime(from, { day: "numeric", month: "short", ...hour, timeZone: "UTC" });
}
