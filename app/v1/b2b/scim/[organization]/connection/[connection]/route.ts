import { deleteConnection } from "@/lib/connections/delete-connection";
import { findConnectionGroups } from "@/lib/connections/find-connection-groups";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { ConnectionGroupsQuery, DeleteConnectionBody, UpdateConnectionBody } from "@/lib/contracts/connection";
import { updateConnectionByApi } from "@/lib/http/update-connection-by-api";
import { presentConnectionGroup } from "@/lib/connections/present-connection";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string };

/** Not the connection but its groups: the wire's own trap. */
export const GET = withOrganization<Params, undefined, ConnectionGroupsQuery>(
  { permission: "connection.get", query: ConnectionGroupsQuery },
  async ({ scope, params, query }) => {
    const id = parseConnectionId(params.connection);
    const { groups, nextCursor } = await findConnectionGroups(scope, id, query);
    return { scim_groups: groups.map((group) => presentConnectionGroup(scope.organizationId, id, group)), next_cursor: nextCursor };
  },
);
