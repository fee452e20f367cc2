import { findConnectionRoles } from "@/lib/connections/find-connection-roles";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { presentConnectionWithNextToken } from "@/lib/connections/present-connection";
import { readTokenEnd } from "@/lib/connections/read-token-end";
import { startRotation } from "@/lib/connections/start-rotation";
import { connectionTokenOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(connectionTokenOperations.rotateStart, async ({ scope, params, body }) => {
  const { connection, bearerToken } = await startRotation(scope, parseConnectionId(params.connection), readTokenEnd(body));
  return { connection: presentConnectionWithNextToken(connection, await findConnectionRoles(scope, connection.id), bearerToken) };
});
