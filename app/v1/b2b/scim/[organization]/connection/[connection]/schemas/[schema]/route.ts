import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { deleteConnectionSchema } from "@/lib/connections/schemas/delete-connection-schema";
import { presentConnectionSchema } from "@/lib/connections/schemas/present-connection-schema";
import { updateConnectionSchema } from "@/lib/connections/schemas/update-connection-schema";
import { schemaOperations } from "@/lib/contracts/operations/connections";
import { addressedId } from "@/lib/http/addressed-id";
import { toSchemaContent } from "@/lib/http/to-schema-content";
import { withOrganization } from "@/lib/http/with-organization";

const idsOf = ({ connection, schema }: { connection: string; schema: string }) => ({ connectionId: parseConnectionId(connection), schemaId: addressedId("scim-schema", schema) });

export const PUT = withOrganization(schemaOperations.update, async ({ scope, params, body }) => {
    const updated = await updateConnectionSchema(scope, { ...idsOf(params), define: (stored) => toSchemaContent(stored.urn, body) });
    return { schema: presentConnectionSchema(updated) };
  });

export const DELETE = withOrganization(schemaOperations.delete, async ({ scope, params }) => {
  const { connectionId, schemaId } = idsOf(params);
  await deleteConnectionSchema(scope, connectionId, schemaId);
  return { schema_id: `scim-schema-${schemaId}` };
});
