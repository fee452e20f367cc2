import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { type ConnectionSchema, schemaColumns } from "./connection-schema";

/** Reads a schema of a connection whose row the transaction holds. Throws `scim_schema_not_found`. */
export async function lockSchema(tx: Transaction, connectionId: string, schemaId: string): Promise<ConnectionSchema> {
  const { rows } = await tx.query<ConnectionSchema>(
    `SELECT ${schemaColumns} FROM connection_schema WHERE connection_id = $1 AND id::text = $2 FOR UPDATE`,
    [connectionId, schemaId],
  );
  const [held] = rows;
  if (!held) throw new DomainError("not_found", "scim_schema_not_found", "There is no such schema in this connection.");
  return held;
}
