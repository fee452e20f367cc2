import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { deleteConnectionSchema } from "@/lib/connections/schemas/delete-connection-schema";
import { presentConnectionSchema } from "@/lib/connections/schemas/present-connection-schema";
import { updateConnectionSchema } from "@/lib/connections/schemas/update-connection-schema";
import { UpdateSchemaBody } from "@/lib/contracts/connection-schema";
import { toSchemaContent } from "@/lib/http/to-schema-content";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string; schema: string };
const idsOf = ({ connection, schema }: Params) => ({ connectionId: parseConnectionId(connection), schemaId: schema.toLowerCase().replace(/^scim-schema-/, "") });

export const PUT = withOrganization<Params, UpdateSchemaBody, undefined>(
  { permission: "connection.update", body: UpdateSchemaBody },
  async ({ scope, params, body }) => {
    const updated = await updateConnectionSchema(scope, { ...idsOf(params), define: (stored) => toSchemaContent(stored.urn, body) });
    return { schema: presentConnectionSchema(updated) };
  },
);

export const DELETE = withOrganization<Params, undefined, undefined>({ permission: "connection.update" }, async ({ scope, params }) => {
  const { connectionId, schemaId } = idsOf(params);
  await deleteConnectionSchema(scope, connectionId, schemaId);
  return { schema_id: `scim-schema-${schemaId}` };
});
