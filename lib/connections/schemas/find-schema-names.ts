import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

/** What admins called the schemas of a connection, by lower-case URN; nothing without a connection. */
export async function findSchemaNames(scope: OrganizationScope, connectionId: string | undefined): Promise<Map<string, string>> {
  if (connectionId === undefined) return new Map();
  const { rows } = await pool().query<{ urnKey: string; name: string }>(
    `SELECT s.urn_key AS "urnKey", s.name FROM connection_schema s JOIN connection c ON c.id = s.connection_id
      WHERE c.organization_id = $1 AND c.id = $2`,
    [scope.organizationId, connectionId],
  );
  return new Map(rows.map((row) => [row.urnKey, row.name]));
}
