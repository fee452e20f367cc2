import type { Transaction } from "@/lib/db/transaction";

/** Marks a connection as deleted and ends its tokens; its people and groups are the caller's to remove. */
export async function closeConnection(tx: Transaction, connectionId: string): Promise<void> {
  await tx.query("UPDATE connection SET status = 'deleted', updated_at = now() WHERE id = $1", [connectionId]);
  await tx.query("UPDATE connection_token SET revoked_at = now() WHERE connection_id = $1 AND revoked_at IS NULL", [connectionId]);
}
