import type { Transaction } from "@/lib/db/transaction";

/** Says that what was built from the connection's schemas is out of date, with the same commit that changes them. */
export async function bumpSchemaVersion(tx: Transaction, connectionId: string): Promise<void> {
  await tx.query("UPDATE connection SET schema_version = schema_version + 1, updated_at = now() WHERE id = $1", [connectionId]);
}
