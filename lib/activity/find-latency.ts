import { type ChartPeriod, chartSteps } from "@/lib/contracts/chart-period";
import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";
import { durationClasses } from "./duration-classes";

/** The calls answered in one step of a period, and within how many milliseconds half and 95 % of them were answered, estimated from classes. */
export type LatencySpan = { from: Date; calls: number; p50: number | null; p95: number | null };

type Row = { from: Date; calls: number; durations: number[] };

const durations = [...durationClasses, Infinity].map((_, index) => `sum(a.durations[${String(index + 1)}])`);

// From the hours that were counted as calls were logged, each connection's by its primary key: the log itself is never read.
const select = `
  WITH span AS (SELECT date_bin($1::interval, now(), timestamptz '2000-01-01 00:00:00Z') AS last, $1::interval AS step, $2::int AS spans),
  counted AS (
    SELECT date_bin(step, a.hour, timestamptz '2000-01-01 00:00:00Z') AS at, sum(a.calls)::int AS calls, ARRAY[${durations.map((sum) => `coalesce(${sum}, 0)::int`).join(", ")}] AS durations
      FROM span CROSS JOIN connection c CROSS JOIN LATERAL (SELECT * FROM connection_activity a WHERE a.connection_id = c.id AND a.hour >= last - (spans - 1) * step) a
     GROUP BY 1
  )
  SELECT s.at AS "from", coalesce(k.calls, 0) AS calls, coalesce(k.durations, '{}') AS durations
    FROM span CROSS JOIN LATERAL generate_series(last - (spans - 1) * step, last, step) s (at) LEFT JOIN counted k ON k.at = s.at
   ORDER BY s.at`;

/** How fast the identity providers' calls of a period were answered, oldest step first, steps without calls included. */
export async function findLatency(_scope: InstallationScope, period: ChartPeriod): Promise<LatencySpan[]> {
  const { step, count } = chartSteps[period];
  const { rows } = await pool().query<Row>({ name: "find-latency", text: select, values: [step, count] });
  return rows.map(({ from, calls, durations }) => ({ from, calls, p50: estimate(durations, 0.5), p95: estimate(durations, 0.95) }));
}

/** Where in its class the call stands that this share is not slower than, as if a class were filled evenly; the open class counts as ending at two seconds. */
export function estimate(counts: readonly number[], share: number): number | null {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share;
  if (wanted === 0) return null;
  const ends = [...durationClasses, 2000];
  let seen = 0;
  for (const [index, count] of counts.entries()) {
    const [from, to] = [ends[index - 1] ?? 0, ends[index] ?? 2000];
    if (seen + count >= wanted) return from + ((to - from) * (wanted - seen)) / count;
    seen += count;
  }
  return null;
}
