import { findConnectionRoles } from "@/lib/connections/find-connection-roles";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { presentConnectionWithNextToken } from "@/lib/connections/present-connection";
import { startRotation } from "@/lib/connections/start-rotation";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string };

export const POST = withOrganization<Params, undefined, undefined>({ permission: "connection.update", setupLink: true }, async ({ scope, params }) => {
  const { connection, bearerToken } = await startRotation(scope, parseConnectionId(params.connection));
  return { connection: presentConnectionWithNextToken(connection, await findConnectionRoles(scope, connection.id), bearerToken) };
});
