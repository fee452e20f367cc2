import { pool } from "@/lib/db/client";

/** A delivery in a worker's hands. */
export type ClaimedDelivery = {
  endpointId: string;
  url: string;
  attemptCount: number;
  eventId: string;
  sequence: number;
  /** The JSON text of an object that is not empty. */
  payload: string;
  /** Sealed signing secrets that are live, the newest first. */
  secrets: Buffer[];
};

/** Longer than a claimed delivery may wait for its turn and a try may take (10 s and 15 s): a worker that died gives its deliveries back then. */
export const LEASE = "30 seconds";

/** SQL: the sealed secrets of the endpoint `w` that are live, the newest first. */
export const liveSecrets = `ARRAY(SELECT s.ciphertext FROM webhook_secret s WHERE s.endpoint_id = w.id AND (s.expires_at IS NULL OR s.expires_at > now()) ORDER BY s.created_at DESC)`;

// Times are stored to the millisecond, rounded up as often as down: what was due a moment ago must not look like the future.
// A claim does not wait for the disk: one that is lost with the power is made again.
const claim = `
  WITH soft AS (
    SELECT set_config('synchronous_commit', 'off', true)
  ), due AS (
    SELECT d.id, w.url, ${liveSecrets} AS secrets
      FROM soft CROSS JOIN webhook_endpoint w
      CROSS JOIN LATERAL (
        SELECT d.id FROM delivery d
         WHERE d.endpoint_id = w.id AND d.status = 'pending' AND d.next_attempt_at <= now() + interval '1 millisecond'
         ORDER BY d.next_attempt_at, d.id
         LIMIT greatest(coalesce(($2::jsonb ->> w.id::text)::int, $1), 0)
           FOR UPDATE SKIP LOCKED
      ) d
     WHERE w.status = 'active'
  ), claimed AS (
    UPDATE delivery d SET next_attempt_at = now() + interval '${LEASE}'
      FROM due WHERE d.id = due.id
    RETURNING d.endpoint_id, d.event_id, d.attempt_count, due.url, due.secrets
  )
  SELECT c.endpoint_id AS "endpointId", c.url, c.attempt_count AS "attemptCount", c.event_id AS "eventId",
         e.sequence::int8 AS sequence, e.payload::text AS payload, c.secrets
    FROM claimed c JOIN event e ON e.id = c.event_id
   ORDER BY e.position`;

/**
 * Takes what is due, for each active endpoint as many as `room` says, and `perEndpoint` where it says nothing, so that a slow
 * receiver holds up nobody. Workers never take the same delivery (SKIP LOCKED); a claim lapses by itself.
 */
export async function claimDeliveries(perEndpoint: number, room: Record<string, number>): Promise<ClaimedDelivery[]> {
  const { rows } = await pool().query<Omit<ClaimedDelivery, "sequence"> & { sequence: string }>({
    name: "claim-deliveries",
    text: claim,
    values: [perEndpoint, JSON.stringify(room)],
  });
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}
