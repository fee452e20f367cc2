import { pool } from "@/lib/db/client";

const batch = 5_000;

/** A session that is over is shown for so long: why someone was signed out is asked within days. */
const removeBatch = `
  DELETE FROM member_session WHERE id IN (SELECT id FROM member_session WHERE expires_at < now() - interval '30 days' ORDER BY expires_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)`;

/** Removes sessions whose end is a month ago, in batches; for the worker. Returns how many went. */
export async function pruneSessions({ mostBatches = 200 } = {}): Promise<number> {
  let removed = 0;
  for (let last = batch, batches = 0; last === batch && batches < mostBatches; batches++) {
    last = (await pool().query(removeBatch)).rowCount ?? 0;
    removed += last;
  }
  return removed;
}
