import { uuidv7 } from "uuidv7";
import { clock } from "@/lib/clock";
import { pool } from "@/lib/db/client";
import type { DeliveryOutcome } from "./deliver";
import { pauseBeforeRetry } from "./retry-schedule";

/** What came of a try: of a claimed delivery, or of the first one of an event, whose delivery is written now. */
export type SettledDelivery = { delivery: { eventId: string; endpointId: string; attemptCount: number }; at: Date; outcome: DeliveryOutcome };

// A first try that arrives is one insert into `delivery` and nothing else. Where the row is there, it was claimed, or somebody took over what we were late with.
// Endpoints are locked before anything is written, as by whoever deletes one. The last step names them too, since it runs first: what it has changed could not be locked any more.
// An endpoint that failed without a success in between for so long is paused; so is one that says it is gone.
// Nothing here waits for the disk: what is lost with the power is delivered again under the same id.
const settle = `
  WITH soft AS (
    SELECT set_config('synchronous_commit', 'off', true)
  ), answer AS (
    SELECT * FROM ROWS FROM (json_to_recordset($1::json) AS (outcome text, response_status int, response_excerpt text, detail text)) WITH ORDINALITY AS answer (outcome, response_status, response_excerpt, detail, nth)
  ), tried AS (
    SELECT x.id, x.event_id, x.endpoint_id, 'epoch'::timestamptz + x.at * interval '1 millisecond' AS at, x.duration_ms,
           'epoch'::timestamptz + x.next_at * interval '1 millisecond' AS next_attempt_at, a.*
      FROM soft CROSS JOIN unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int8[], $6::int[], $7::int[], $8::int8[]) AS x (id, event_id, endpoint_id, at, duration_ms, answer, next_at)
      JOIN answer a ON a.nth = x.answer
  ), alive AS MATERIALIZED (
    SELECT id FROM webhook_endpoint WHERE id IN (SELECT endpoint_id FROM tried) ORDER BY id FOR KEY SHARE
  ), settled AS (
    INSERT INTO delivery AS d (id, event_id, endpoint_id, status, attempt_count, next_attempt_at, created_at, settled_at, duration_ms, response_status, response_excerpt)
    SELECT t.id, t.event_id, t.endpoint_id,
           CASE WHEN t.outcome = 'delivered' THEN 'delivered' WHEN t.next_attempt_at IS NULL THEN 'exhausted' ELSE 'pending' END::delivery_status,
           1, coalesce(t.next_attempt_at, t.at), t.at, CASE WHEN t.outcome = 'delivered' OR t.next_attempt_at IS NULL THEN t.at END,
           CASE WHEN t.outcome = 'delivered' THEN t.duration_ms END, CASE WHEN t.outcome = 'delivered' THEN t.response_status END, CASE WHEN t.outcome = 'delivered' THEN t.response_excerpt END
      FROM tried t
     WHERE EXISTS (SELECT 1 FROM event e WHERE e.id = t.event_id) AND t.endpoint_id IN (SELECT id FROM alive)
    ON CONFLICT (event_id, endpoint_id) DO UPDATE
       SET attempt_count = d.attempt_count + 1, status = excluded.status, next_attempt_at = excluded.next_attempt_at, settled_at = excluded.settled_at,
           duration_ms = excluded.duration_ms, response_status = excluded.response_status, response_excerpt = excluded.response_excerpt
     WHERE d.status = 'pending'
    RETURNING d.id, d.event_id, d.endpoint_id
  ), kept AS (
    INSERT INTO attempt (id, delivery_id, at, duration_ms, outcome, response_status, response_excerpt, detail)
    SELECT gen_random_uuid(), s.id, t.at, t.duration_ms, t.outcome, t.response_status, t.response_excerpt, t.detail
      FROM tried t JOIN settled s ON s.event_id = t.event_id AND s.endpoint_id = t.endpoint_id WHERE t.outcome <> 'delivered'
  ), done AS (
    DELETE FROM dispatch_batch WHERE id = ANY ($9::uuid[])
  ), endpoints AS (
    SELECT endpoint_id, bool_or(outcome = 'delivered') AS worked, min(at) AS at, bool_or(response_status = 410) AS gone
      FROM tried GROUP BY endpoint_id
  )
  UPDATE webhook_endpoint w
     SET failing_since = CASE WHEN e.worked THEN NULL ELSE coalesce(w.failing_since, e.at) END,
         status = CASE WHEN w.status = 'active' AND NOT e.worked AND (e.gone OR w.failing_since < e.at - interval '3 days') THEN 'failing' ELSE w.status END
    FROM endpoints e JOIN alive ON alive.id = e.endpoint_id
   WHERE w.id = e.endpoint_id AND (NOT e.worked OR w.failing_since IS NOT NULL)`;

/**
 * Writes what came of tries, many at once: the delivery's next state, the attempt if it failed, and the endpoint's health. `finished` are batches all of
 * whose first tries are among these or were settled before: nobody needs to take them over.
 */
export async function settleDeliveries(settled: readonly SettledDelivery[], finished: readonly string[] = []): Promise<void> {
  await pool().query({ name: "settle-deliveries", text: settle, values: toColumns([...new Map(settled.map((one) => [`${one.delivery.eventId} ${one.delivery.endpointId}`, one])).values()], finished) });
}

/** Arrays as PostgreSQL writes them: nothing in them needs quotes. Answers are few and much the same, so each is sent once. */
function toColumns(settled: readonly SettledDelivery[], finished: readonly string[]): string[] {
  const answers = new Map<string, number>();
  const number = (outcome: DeliveryOutcome): number => {
    const text = JSON.stringify({ outcome: outcome.outcome, response_status: outcome.responseStatus, response_excerpt: outcome.responseExcerpt, detail: outcome.detail });
    const known = answers.get(text) ?? answers.size + 1;
    answers.set(text, known);
    return known;
  };
  const column = (of: (one: SettledDelivery) => string | number): string => `{${settled.map(of).join(",")}}`;
  const numbers = column(({ outcome }) => number(outcome));
  return [
    `[${[...answers.keys()].join(",")}]`,
    column(() => uuidv7()),
    column(({ delivery }) => delivery.eventId),
    column(({ delivery }) => delivery.endpointId),
    column(({ at }) => at.getTime()),
    column(({ outcome }) => outcome.durationMs),
    numbers,
    column(nextAttempt),
    `{${finished.join(",")}}`,
  ];
}

function nextAttempt({ delivery, outcome }: SettledDelivery): string | number {
  const pause = outcome.outcome === "delivered" ? null : pauseBeforeRetry(delivery.attemptCount + 1);
  return pause === null ? "null" : clock.now().getTime() + pause;
}
