import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

/** One day (UTC, `2026-11-22`) of an organization's IdP calls. */
export type CallDay = { day: string; calls: number; failures: number };

const SELECT = `
  SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(q.calls, 0)::int AS calls, coalesce(q.failures, 0)::int AS failures
  FROM generate_series(date_trunc('day', now() AT TIME ZONE 'UTC') - make_interval(days => $2 - 1), date_trunc('day', now() AT TIME ZONE 'UTC'), '1 day') AS d (day)
  LEFT JOIN (
    SELECT date_trunc('day', received_at AT TIME ZONE 'UTC') AS day, count(*) AS calls, count(*) FILTER (WHERE status >= 400) AS failures
    FROM scim_request WHERE organization_id = $1 AND received_at >= now() - make_interval(days => $2) GROUP BY 1
  ) q ON q.day = d.day
  ORDER BY d.day`;

/** The IdP calls of the last days with how many were refused, oldest first, days without calls included. */
export async function countCallsByDay(scope: OrganizationScope, days: number): Promise<CallDay[]> {
  const found = await pool().query<CallDay>({ name: "count-calls-by-day", text: SELECT, values: [scope.organizationId, days] });
  return found.rows;
}
