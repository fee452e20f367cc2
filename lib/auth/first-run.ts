import { pool } from "@/lib/db/client";
import type { Transaction } from "@/lib/db/transaction";

const CLOSE = `INSERT INTO installation (key, value) VALUES ('first_run_completed_at', to_jsonb(now())) ON CONFLICT (key) DO NOTHING`;
const OPEN = `
  SELECT NOT EXISTS (SELECT 1 FROM installation WHERE key = 'first_run_completed_at')
     AND NOT EXISTS (SELECT 1 FROM "user" WHERE operator) AS open`;

/** Whether nobody runs this installation yet. */
export async function isFirstRun(): Promise<boolean> {
  const asked = await pool().query<{ open: boolean }>({ name: "is-first-run", text: OPEN });
  return asked.rows[0]?.open ?? false;
}

/**
 * Ends the first run for ever. True for the one transaction that ended it: a second one waits for the first on the
 * primary key and then learns that it came late.
 */
export async function closeFirstRun(tx: Transaction): Promise<boolean> {
  const closed = await tx.query(CLOSE);
  return closed.rowCount === 1;
}
