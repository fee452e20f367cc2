import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { isUniqueViolation } from "@/lib/db/errors";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { lockConnection } from "../lock-connection";
import { bumpSchemaVersion } from "./bump-schema-version";
import { type ConnectionSchema, type SchemaContent, schemaColumns } from "./connection-schema";

export type NewSchema = SchemaContent & Pick<ConnectionSchema, "urn" | "resourceType">;

const most = 20;

/**
 * Gives a connection an extension schema; from the next request on its attributes are known everywhere. Throws
 * `scim_connection_not_found`, `scim_schema_exists` and `scim_schema_limit_reached`.
 */
export async function createConnectionSchema(scope: OrganizationScope, connectionId: string, schema: NewSchema): Promise<ConnectionSchema> {
  const created = await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    await requireRoom(tx, connectionId);
    const inserted = await insert(tx, connectionId, schema);
    await bumpSchemaVersion(tx, connectionId);
    const target = { type: "connection", id: connectionId, label: displayName };
    await recordAudit(tx, { scope, action: "connection.schema_create", target, after: { ...schema } });
    return inserted;
  }).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("conflict", "scim_schema_exists", "This connection already has a schema with this URN.", { urn: schema.urn });
  });
  await announceConnection(scope, connectionId);
  return created;
}

async function requireRoom(tx: Transaction, connectionId: string): Promise<void> {
  const { rows } = await tx.query<{ count: number }>("SELECT count(*)::int AS count FROM connection_schema WHERE connection_id = $1", [connectionId]);
  if ((rows[0]?.count ?? 0) < most) return;
  throw new DomainError("conflict", "scim_schema_limit_reached", `A connection can have ${most} schemas at most.`);
}

async function insert(tx: Transaction, connectionId: string, schema: NewSchema): Promise<ConnectionSchema> {
  const { rows } = await tx.query<ConnectionSchema>(
    `INSERT INTO connection_schema (id, connection_id, urn, urn_key, resource_type, name, description, attributes)
     VALUES ($1, $2, $3, lower($3), $4, $5, $6, $7) RETURNING ${schemaColumns}`,
    [uuidv7(), connectionId, schema.urn, schema.resourceType, schema.name, schema.description, JSON.stringify(schema.attributes)],
  );
  const [inserted] = rows;
  if (!inserted) throw new Error("an inserted schema was not returned");
  return inserted;
}
