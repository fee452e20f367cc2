import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { lockConnection } from "../lock-connection";
import { bumpSchemaVersion } from "./bump-schema-version";
import { lockSchema } from "./lock-schema";

/**
 * Takes a schema away. The values stay with the people and groups, as those of any unknown schema do.
 * Throws `scim_connection_not_found` and `scim_schema_not_found`.
 */
export async function deleteConnectionSchema(scope: OrganizationScope, connectionId: string, schemaId: string): Promise<void> {
  await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    const { id, urn, name, resourceType, attributes } = await lockSchema(tx, connectionId, schemaId);
    await tx.query("DELETE FROM connection_schema WHERE id = $1", [id]);
    await bumpSchemaVersion(tx, connectionId);
    const target = { type: "connection", id: connectionId, label: displayName };
    await recordAudit(tx, { scope, action: "connection.schema_delete", target, before: { urn, name, resourceType, attributes } });
  });
  await announceConnection(scope, connectionId);
}
