import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";

const batch = 5_000;

// From the first number on and up to the first event that is still kept, so that no gap opens among those that stay. Their deliveries go with them.
const removeBatch = `
  WITH oldest AS (
    SELECT id, number, created_at FROM event WHERE number IS NOT NULL ORDER BY number LIMIT ${batch}
  ), kept AS (
    SELECT min(number) AS number FROM oldest WHERE created_at >= now() - make_interval(days => $1::int)
  )
  DELETE FROM event e USING oldest, kept WHERE e.id = oldest.id AND (kept.number IS NULL OR oldest.number < kept.number)`;

/** Removes events that are older than ROLLCALL_EVENT_DAYS, in batches; for the worker. Safe beside other workers. Returns how many went. */
export async function pruneEvents({ mostBatches = 200 } = {}): Promise<number> {
  let removed = 0;
  for (let last = batch, batches = 0; last === batch && batches < mostBatches; batches++) {
    last = (await pool().query(removeBatch, [env().eventDays])).rowCount ?? 0;
    removed += last;
  }
  return removed;
}
