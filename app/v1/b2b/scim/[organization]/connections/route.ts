import { findConnectionRoles } from "@/lib/connections/find-connection-roles";
import { findConnections } from "@/lib/connections/find-connections";
import { presentConnectionDetails } from "@/lib/connections/present-connection";
import { connectionOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: every connection of the organization, oldest first. */
export const GET = withOrganization(connectionOperations.list, async ({ scope }) => {
  const found = await findConnections(scope);
  const connections = await Promise.all(
    found.map(async (connection) => presentConnectionDetails(connection, await findConnectionRoles(scope, connection.id))),
  );
  return { connections };
});
