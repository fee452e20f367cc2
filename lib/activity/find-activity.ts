import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { durationClasses } from "./duration-classes";

/** One day (UTC, `2026-11-22`) of calls by how they ended, and how long half and nearly all of them took at most. */
export type ActivityDay = { day: string; changes: number; reads: number; refused: number; failed: number; p50: number | null; p95: number | null };

type Row = Omit<ActivityDay, "p50" | "p95"> & { durations: number[] | null };

/** The open class counts as ending at two seconds. */
const classes = [...durationClasses, 2000];

// From the hours that were counted as calls were logged: the log itself may be pruned, and is never read.
const statement = `
  SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(sum(a.changes), 0)::int AS changes,
    coalesce(sum(a.calls - a.changes - a.unauthorized - a.refused - a.limited - a.failed), 0)::int AS reads,
    coalesce(sum(a.unauthorized + a.refused + a.limited), 0)::int AS refused, coalesce(sum(a.failed), 0)::int AS failed,
    ARRAY[${classes.map((_, index) => `coalesce(sum(a.durations[${index + 1}]), 0)::int`).join(", ")}] AS durations
  FROM generate_series(date_trunc('day', now() AT TIME ZONE 'UTC') - make_interval(days => $3 - 1), date_trunc('day', now() AT TIME ZONE 'UTC'), '1 day') AS d (day)
  LEFT JOIN (SELECT a.* FROM connection_activity a JOIN connection c ON c.id = a.connection_id AND c.organization_id = $1 AND ($2::uuid IS NULL OR c.id = $2)
             WHERE a.hour >= now() - make_interval(days => $3)) a ON date_trunc('day', a.hour AT TIME ZONE 'UTC') = d.day
  GROUP BY d.day ORDER BY d.day`;

/** The calls of the last days of one connection, or of all of the organization, oldest first, days without calls included. */
export async function findActivity(scope: OrganizationScope, { connectionId = null, days }: { connectionId?: string | null; days: number }): Promise<ActivityDay[]> {
  const { rows } = await pool().query<Row>({ name: "find-activity", text: statement, values: [scope.organizationId, connectionId, days] });
  return rows.map(({ durations, ...day }) => ({ ...day, p50: percentile(durations ?? [], 0.5), p95: percentile(durations ?? [], 0.95) }));
}

/** The upper end of the class that holds this share of all calls. */
function percentile(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  const index = counts.findIndex((count) => (seen += count) >= total * share);
  return classes[index] ?? null;
}
