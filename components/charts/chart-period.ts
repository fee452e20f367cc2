import { parseAsStringLiteral } from "nuqs/server";
import { chartPeriods } from "@/lib/contracts/chart-period";

/** What the URL says of a page's charts. */
export const chartParameters = { period: parseAsStringLiteral(chartPeriods).withDefault("day") };
