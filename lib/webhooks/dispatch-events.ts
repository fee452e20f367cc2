import { transaction } from "@/lib/db/transaction";
import { numberEvents } from "@/lib/events/number-events";

/** How many events one call takes: fewer come back when nothing more was waiting. */
export const EVENTS_AT_ONCE = 1000;

const createDeliveries = `
  INSERT INTO delivery (id, event_id, endpoint_id)
  SELECT gen_random_uuid(), e.id, w.id
    FROM event e JOIN webhook_endpoint w
      ON (cardinality(w.event_types) = 0 OR e.type = ANY (w.event_types))
     AND (cardinality(w.organization_ids) = 0 OR e.organization_id = ANY (w.organization_ids))
   WHERE e.id = ANY ($1::uuid[])
  ON CONFLICT (event_id, endpoint_id) DO NOTHING`;

/**
 * Numbers committed events and plans one delivery of each to every endpoint that wants it, in one transaction: an event with
 * a number has its deliveries. Paused endpoints collect theirs. Returns how many events it took; 0 when there is nothing or
 * another process is at it.
 */
export async function dispatchEvents(): Promise<number> {
  return transaction(async (tx) => {
    const ids = await numberEvents(tx, EVENTS_AT_ONCE);
    if (ids === null || ids.length === 0) return 0;
    await tx.query({ name: "create-deliveries", text: createDeliveries, values: [ids] });
    return ids.length;
  });
}
