import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { lockConnection } from "../lock-connection";
import { bumpSchemaVersion } from "./bump-schema-version";
import { type ConnectionSchema, type SchemaContent, schemaColumns } from "./connection-schema";
import { lockSchema } from "./lock-schema";

type Input = { connectionId: string; schemaId: string; define: (stored: ConnectionSchema) => SchemaContent };

/**
 * Replaces name, description and attributes of a schema; values that were provisioned stay. `define` makes the new content
 * out of the stored schema and may refuse. Throws `scim_connection_not_found` and `scim_schema_not_found`.
 */
export async function updateConnectionSchema(scope: OrganizationScope, { connectionId, schemaId, define }: Input): Promise<ConnectionSchema> {
  const updated = await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    const before = await lockSchema(tx, connectionId, schemaId);
    const { name, description, attributes } = define(before);
    const { rows } = await tx.query<ConnectionSchema>(
      `UPDATE connection_schema SET name = $2, description = $3, attributes = $4, updated_at = now() WHERE id = $1 RETURNING ${schemaColumns}`,
      [before.id, name, description, JSON.stringify(attributes)],
    );
    await bumpSchemaVersion(tx, connectionId);
    await recordAudit(tx, {
      scope,
      action: "connection.schema_update",
      target: { type: "connection", id: connectionId, label: displayName },
      before: { urn: before.urn, name: before.name, description: before.description, attributes: before.attributes },
      after: { urn: before.urn, name, description, attributes },
    });
    return rows[0] ?? before;
  });
  await announceConnection(scope, connectionId);
  return updated;
}
