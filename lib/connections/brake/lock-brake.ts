import type { Transaction } from "@/lib/db/transaction";

/**
 * Waits until no departure of the connection is under way, and keeps new ones waiting until the transaction ends: for whoever decides about a case or closes it.
 * The database function `take_departure` shares this lock.
 */
export async function lockBrake(tx: Transaction, connectionId: string): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('brake:' || $1::uuid, 0))", [connectionId]);
}
