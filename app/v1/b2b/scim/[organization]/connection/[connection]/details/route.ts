import { findConnectionRoles } from "@/lib/connections/find-connection-roles";
import { getConnection } from "@/lib/connections/get-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { presentConnectionDetails } from "@/lib/connections/present-connection";
import { connectionOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: the connection itself, with tokens, contact and counts. */
export const GET = withOrganization(connectionOperations.details, async ({ scope, params }) => {
  const connection = await getConnection(scope, parseConnectionId(params.connection));
  return { connection: presentConnectionDetails(connection, await findConnectionRoles(scope, connection.id)) };
});
