import { uuidv7 } from "uuidv7";
import { clock } from "@/lib/clock";
import { pool } from "@/lib/db/client";
import type { ClaimedDelivery } from "./claim-deliveries";
import type { DeliveryOutcome } from "./deliver";
import { pauseBeforeRetry } from "./retry-schedule";

export type SettledDelivery = { delivery: ClaimedDelivery; at: Date; outcome: DeliveryOutcome };

// An endpoint that failed without a success in between for so long is paused; so is one that says it is gone.
// Nothing here waits for the disk: what is lost with the power is delivered again under the same id.
const settle = `
  WITH soft AS (
    SELECT set_config('synchronous_commit', 'off', true)
  ), tried AS (
    SELECT x.* FROM soft CROSS JOIN json_to_recordset($1::json) AS x (attempt_id uuid, delivery_id uuid, endpoint_id uuid, at timestamptz, duration_ms int, outcome text,
      response_status int, response_excerpt text, detail text, next_attempt_at timestamptz)
  ), kept AS (
    INSERT INTO attempt (id, delivery_id, at, duration_ms, outcome, response_status, response_excerpt, detail)
    SELECT t.attempt_id, t.delivery_id, t.at, t.duration_ms, t.outcome, t.response_status, t.response_excerpt, t.detail
      FROM tried t WHERE EXISTS (SELECT 1 FROM delivery d WHERE d.id = t.delivery_id)
  ), settled AS (
    UPDATE delivery d
       SET attempt_count = d.attempt_count + 1,
           status = CASE WHEN t.outcome = 'delivered' THEN 'delivered' WHEN t.next_attempt_at IS NULL THEN 'exhausted' ELSE 'pending' END::delivery_status,
           next_attempt_at = coalesce(t.next_attempt_at, t.at),
           settled_at = CASE WHEN t.outcome = 'delivered' OR t.next_attempt_at IS NULL THEN t.at END
      FROM tried t WHERE d.id = t.delivery_id AND d.status = 'pending'
  ), endpoints AS (
    SELECT endpoint_id, bool_or(outcome = 'delivered') AS worked, min(at) AS at, bool_or(response_status = 410) AS gone
      FROM tried GROUP BY endpoint_id
  )
  UPDATE webhook_endpoint w
     SET failing_since = CASE WHEN e.worked THEN NULL ELSE coalesce(w.failing_since, e.at) END,
         status = CASE WHEN w.status = 'active' AND NOT e.worked AND (e.gone OR w.failing_since < e.at - interval '3 days') THEN 'failing' ELSE w.status END
    FROM endpoints e
   WHERE w.id = e.endpoint_id AND (NOT e.worked OR w.failing_since IS NOT NULL)`;

/** Writes what came of tries, many at once: the attempt, the delivery's next state, and the endpoint's health. */
export async function settleDeliveries(settled: readonly SettledDelivery[]): Promise<void> {
  await pool().query({ name: "settle-deliveries", text: settle, values: [JSON.stringify(settled.map(toRow))] });
}

function toRow({ delivery, at, outcome }: SettledDelivery) {
  const pause = outcome.outcome === "delivered" ? null : pauseBeforeRetry(delivery.attemptCount + 1);
  return {
    attempt_id: uuidv7(),
    delivery_id: delivery.id,
    endpoint_id: delivery.endpointId,
    at: at.toISOString(),
    duration_ms: outcome.durationMs,
    outcome: outcome.outcome,
    response_status: outcome.responseStatus,
    response_excerpt: outcome.responseExcerpt,
    detail: outcome.detail,
    next_attempt_at: pause === null ? null : new Date(clock.now().getTime() + pause).toISOString(),
  };
}
