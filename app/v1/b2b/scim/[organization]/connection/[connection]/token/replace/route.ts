import { findConnectionRoles } from "@/lib/connections/find-connection-roles";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { presentConnectionWithToken } from "@/lib/connections/present-connection";
import { replaceUnusedToken } from "@/lib/connections/replace-unused-token";
import { connectionTokenOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(connectionTokenOperations.replace, async ({ scope, params }) => {
  const { connection, bearerToken } = await replaceUnusedToken(scope, parseConnectionId(params.connection));
  return { connection: presentConnectionWithToken(connection, await findConnectionRoles(scope, connection.id), bearerToken) };
});
