import { findConnectionRoles } from "@/lib/connections/find-connection-roles";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { presentConnectionWithToken } from "@/lib/connections/present-connection";
import { replaceUnusedToken } from "@/lib/connections/replace-unused-token";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string };

export const POST = withOrganization<Params, undefined, undefined>({ permission: "connection.update", setupLink: true }, async ({ scope, params }) => {
  const { connection, bearerToken } = await replaceUnusedToken(scope, parseConnectionId(params.connection));
  return { connection: presentConnectionWithToken(connection, await findConnectionRoles(scope, connection.id), bearerToken) };
});
