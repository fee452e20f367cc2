import type { Transaction } from "@/lib/db/transaction";

export type LiveTokenRow = { id: string; lastFour: string; callCount: number };

/** The token that is live in a slot, or null. The caller holds the connection's lock. */
export async function findLiveToken(tx: Transaction, connectionId: string, slot: "current" | "next"): Promise<LiveTokenRow | null> {
  const { rows } = await tx.query<{ id: string; lastFour: string; callCount: string }>(
    `SELECT id, last_four AS "lastFour", call_count AS "callCount"
       FROM connection_token WHERE connection_id = $1 AND slot = $2 AND kind = 'bearer' AND revoked_at IS NULL`,
    [connectionId, slot],
  );
  const [row] = rows;
  return row ? { ...row, callCount: Number(row.callCount) } : null;
}
