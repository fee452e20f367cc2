import { type ChartPeriod, chartSteps } from "@/lib/contracts/chart-period";
import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";

/** What was made in one step of a period, by how it stands now, and how long the receiver took for what arrived, in milliseconds. */
export type DeliverySpan = { from: Date; first: number; retried: number; waiting: number; exhausted: number; p50: number | null; p95: number | null };

export type DeliveryActivity = { spans: DeliverySpan[]; /** More were made than are looked at: the oldest are not in. */ capped: boolean };

const most = 50_000;

// By the index on (endpoint_id, created_at): the newest of the period, however many there are. Steps begin at whole ones of UTC. Sent again by hand
// begins to count anew, but the tries before are still there; one that arrived at once has none.
const select = `
  WITH span AS (SELECT date_bin($2::interval, now(), timestamptz '2000-01-01 00:00:00Z') AS last, $2::interval AS step, $3::int AS spans),
  recent AS MATERIALIZED (
    SELECT created_at, status, attempt_count > 1 OR EXISTS (SELECT 1 FROM attempt a WHERE a.delivery_id = delivery.id) AS retried, duration_ms FROM delivery
     WHERE endpoint_id = $1 AND created_at >= (SELECT last - (spans - 1) * step FROM span) ORDER BY created_at DESC, id LIMIT ${most}
  )
  SELECT s.at AS "from", count(r.created_at) FILTER (WHERE r.status = 'delivered' AND NOT r.retried)::int AS first,
         count(r.created_at) FILTER (WHERE r.status = 'delivered' AND r.retried)::int AS retried,
         count(r.created_at) FILTER (WHERE r.status = 'pending')::int AS waiting, count(r.created_at) FILTER (WHERE r.status = 'exhausted')::int AS exhausted,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY r.duration_ms) AS p50, percentile_cont(0.95) WITHIN GROUP (ORDER BY r.duration_ms) AS p95
    FROM span CROSS JOIN LATERAL generate_series(last - (spans - 1) * step, last, step) s (at)
    LEFT JOIN recent r ON date_bin(step, r.created_at, timestamptz '2000-01-01 00:00:00Z') = s.at
   GROUP BY s.at ORDER BY s.at`;

/** The deliveries to one endpoint in a period, oldest step first, steps without any included; at most the newest 50 000. */
export async function findDeliveryActivity(_scope: InstallationScope, endpointId: string, period: ChartPeriod): Promise<DeliveryActivity> {
  const { step, count } = chartSteps[period];
  const { rows } = await pool().query<DeliverySpan>(select, [endpointId, step, count]);
  const total = rows.reduce((sum, { first, retried, waiting, exhausted }) => sum + first + retried + waiting + exhausted, 0);
  return { spans: rows, capped: total >= most };
}
