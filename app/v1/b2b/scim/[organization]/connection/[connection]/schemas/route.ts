import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { createConnectionSchema } from "@/lib/connections/schemas/create-connection-schema";
import { findConnectionSchemas } from "@/lib/connections/schemas/find-connection-schemas";
import { presentConnectionSchema } from "@/lib/connections/schemas/present-connection-schema";
import { schemaOperations } from "@/lib/contracts/operations/connections";
import { toSchemaContent } from "@/lib/http/to-schema-content";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(schemaOperations.list, async ({ scope, params }) => ({
  schemas: (await findConnectionSchemas(scope, parseConnectionId(params.connection))).map(presentConnectionSchema),
}));

export const POST = withOrganization(schemaOperations.create, async ({ scope, params, body }) => {
    const connectionId = parseConnectionId(params.connection);
    const schema = { ...toSchemaContent(body.urn, body), urn: body.urn, resourceType: body.resource_type };
    return { schema: presentConnectionSchema(await createConnectionSchema(scope, connectionId, schema)) };
  });
