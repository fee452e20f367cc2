import { findConnectionRoles } from "@/lib/connections/find-connection-roles";
import { getConnection } from "@/lib/connections/get-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { presentConnectionDetails } from "@/lib/connections/present-connection";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string };

/** Ours: the connection itself, with tokens, contact and counts. */
export const GET = withOrganization<Params, undefined, undefined>({ permission: "connection.get", setupLink: true }, async ({ scope, params }) => {
  const connection = await getConnection(scope, parseConnectionId(params.connection));
  return { connection: presentConnectionDetails(connection, await findConnectionRoles(scope, connection.id)) };
});
