import { pool } from "@/lib/db/client";

// What was settled is there already; the rest is due now. An endpoint that changed its wishes meanwhile gets what it wants now.
const takeOver = `
  WITH lapsed AS (
    DELETE FROM dispatch_batch WHERE id IN (SELECT id FROM dispatch_batch WHERE lapses_at <= now() FOR UPDATE SKIP LOCKED)
    RETURNING first_number, last_number, endpoint_ids
  )
  INSERT INTO delivery (id, event_id, endpoint_id)
  SELECT gen_random_uuid(), e.id, w.id
    FROM lapsed b
    JOIN event e ON e.number BETWEEN b.first_number AND b.last_number
    JOIN webhook_endpoint w ON w.id = ANY (b.endpoint_ids)
     AND (cardinality(w.event_types) = 0 OR e.type = ANY (w.event_types))
     AND (cardinality(w.organization_ids) = 0 OR e.organization_id = ANY (w.organization_ids))
  ON CONFLICT (event_id, endpoint_id) DO NOTHING`;

/** Makes rows of the first tries that a worker had in hand and did not settle in time: it died, or its receiver was too slow. Returns how many. */
export async function takeOverBatches(): Promise<number> {
  const { rowCount } = await pool().query({ name: "take-over-batches", text: takeOver });
  return rowCount ?? 0;
}

const giveBack = `
  WITH batches AS (UPDATE dispatch_batch SET lapses_at = now() WHERE id = ANY ($1::uuid[]))
  UPDATE delivery d SET next_attempt_at = now()
    FROM unnest($2::uuid[], $3::uuid[]) AS claimed (event_id, endpoint_id)
   WHERE d.event_id = claimed.event_id AND d.endpoint_id = claimed.endpoint_id AND d.status = 'pending'`;

/** Hands batches and claimed deliveries that were not tried to whoever looks next: for a worker that stops. */
export async function giveBackClaims(batchIds: readonly string[], claimed: readonly { eventId: string; endpointId: string }[]): Promise<void> {
  if (batchIds.length + claimed.length === 0) return;
  await pool().query(giveBack, [batchIds, claimed.map(({ eventId }) => eventId), claimed.map(({ endpointId }) => endpointId)]);
}
