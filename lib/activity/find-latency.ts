import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";
import { durationClasses } from "./duration-classes";

/** One hour of answered calls, and within how many milliseconds half and 95 % of them were answered, estimated from classes. */
export type LatencyHour = { hour: Date; calls: number; p50: number | null; p95: number | null };

type Row = { hour: Date; calls: number; durations: number[] };

// From the hours that were counted as calls were logged, each connection's by its primary key: the log itself is never read.
const select = `
  SELECT h.hour, coalesce(sum(a.calls), 0)::int AS calls, ARRAY[${[...durationClasses, Infinity].map((_, index) => `coalesce(sum(a.durations[${String(index + 1)}]), 0)::int`).join(", ")}] AS durations
    FROM generate_series(date_trunc('hour', now()) - interval '23 hours', date_trunc('hour', now()), interval '1 hour') h (hour)
    LEFT JOIN (SELECT a.* FROM connection c CROSS JOIN LATERAL (SELECT * FROM connection_activity a WHERE a.connection_id = c.id AND a.hour > now() - interval '24 hours') a) a ON a.hour = h.hour
   GROUP BY h.hour ORDER BY h.hour`;

/** How fast the identity providers' calls of the last 24 hours were answered, by the hour, oldest first, hours without calls included. */
export async function findLatency(_scope: InstallationScope): Promise<LatencyHour[]> {
  const { rows } = await pool().query<Row>({ name: "find-latency", text: select });
  return rows.map(({ hour, calls, durations }) => ({ hour, calls, p50: estimate(durations, 0.5), p95: estimate(durations, 0.95) }));
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
