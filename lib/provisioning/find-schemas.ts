import { pool } from "@/lib/db/client";
import type { SchemaDefinition } from "@/lib/scim/schema/definition";
import { buildResourceSchema, groupResource, type ResourceType, userResource } from "@/lib/scim/schema/resource-schema";
import type { ConnectionScope } from "@/lib/scope";
import type { ScimSchemas } from "./scim-call";

type Kept = { version: number; schemas: ScimSchemas };
type Row = SchemaDefinition & { resourceType: ResourceType };

/** What resources look like without schemas of the connection's own. */
export const standardSchemas: ScimSchemas = { user: userResource, group: groupResource };
const most = 1_000;

// Two module graphs in one process (see lib/db/client): what was built is shared.
const kept = ((globalThis as { rollcallSchemas?: Map<string, Kept> }).rollcallSchemas ??= new Map<string, Kept>());

/**
 * What resources of a connection look like. Without schemas of its own (`version` 0) this costs nothing; otherwise one read
 * for each version of them. The version was read before the schemas, so they are never older than it says.
 */
export async function findSchemas(scope: ConnectionScope, version: number): Promise<ScimSchemas> {
  if (version === 0) return standardSchemas;
  const known = kept.get(scope.connectionId);
  if (known && known.version >= version) return known.schemas;
  const schemas = await readSchemas(scope);
  keep(scope.connectionId, { version, schemas });
  return schemas;
}

async function readSchemas(scope: ConnectionScope): Promise<ScimSchemas> {
  const { rows } = await pool().query<Row>({
    name: "find-schemas",
    text: `select urn as id, resource_type as "resourceType", name, description, attributes from connection_schema where connection_id = $1 order by id`,
    values: [scope.connectionId],
  });
  if (rows.length === 0) return standardSchemas;
  const of = (type: ResourceType): Row[] => rows.filter((row) => row.resourceType === type);
  return { user: buildResourceSchema("User", of("User")), group: buildResourceSchema("Group", of("Group")) };
}

/** The oldest goes when there are too many. */
function keep(connectionId: string, entry: Kept): void {
  kept.delete(connectionId);
  kept.set(connectionId, entry);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
