import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { connectionNotFound } from "../parse-connection-id";
import { type ConnectionSchema, schemaColumns } from "./connection-schema";

/** The schemas that admins defined for a connection, the oldest first. Throws `scim_connection_not_found`. */
export async function findConnectionSchemas(scope: OrganizationScope, connectionId: string): Promise<ConnectionSchema[]> {
  const known = await pool().query("SELECT 1 FROM connection WHERE organization_id = $1 AND id = $2 AND status <> 'deleted'", [
    scope.organizationId,
    connectionId,
  ]);
  if (known.rows.length === 0) throw connectionNotFound();
  const { rows } = await pool().query<ConnectionSchema>(`SELECT ${schemaColumns} FROM connection_schema WHERE connection_id = $1 ORDER BY id`, [
    connectionId,
  ]);
  return rows;
}
