import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";

/** One hour of deliveries by how they stand now, and how long the receiver took for those that arrived, in milliseconds. */
export type DeliveryHour = { hour: Date; first: number; retried: number; waiting: number; exhausted: number; p50: number | null; p95: number | null };

export type DeliveryActivity = { hours: DeliveryHour[]; /** More were made than are looked at: the oldest are not in. */ capped: boolean };

const most = 50_000;

// By the index on (endpoint_id, created_at): the newest of the day, however many there are.
const select = `
  WITH recent AS MATERIALIZED (
    SELECT created_at, status, attempt_count, duration_ms FROM delivery
     WHERE endpoint_id = $1 AND created_at > date_trunc('hour', now()) - interval '23 hours' ORDER BY created_at DESC, id LIMIT ${most}
  )
  SELECT h.hour, count(r.created_at) FILTER (WHERE r.status = 'delivered' AND r.attempt_count <= 1)::int AS first,
         count(r.created_at) FILTER (WHERE r.status = 'delivered' AND r.attempt_count > 1)::int AS retried,
         count(r.created_at) FILTER (WHERE r.status = 'pending')::int AS waiting, count(r.created_at) FILTER (WHERE r.status = 'exhausted')::int AS exhausted,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY r.duration_ms) AS p50, percentile_cont(0.95) WITHIN GROUP (ORDER BY r.duration_ms) AS p95
    FROM generate_series(date_trunc('hour', now()) - interval '23 hours', date_trunc('hour', now()), interval '1 hour') h (hour)
    LEFT JOIN recent r ON date_trunc('hour', r.created_at) = h.hour
   GROUP BY h.hour ORDER BY h.hour`;

/** The deliveries to one endpoint in the last 24 hours, by the hour, oldest first, hours without any included; at most the newest 50 000. */
export async function findDeliveryActivity(_scope: InstallationScope, endpointId: string): Promise<DeliveryActivity> {
  const { rows } = await pool().query<DeliveryHour>(select, [endpointId]);
  const total = rows.reduce((sum, { first, retried, waiting, exhausted }) => sum + first + retried + waiting + exhausted, 0);
  return { hours: rows, capped: total >= most };
}
