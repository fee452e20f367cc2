import { deleteConnection } from "@/lib/connections/delete-connection";
import { findConnectionGroups } from "@/lib/connections/find-connection-groups";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { presentConnectionGroup } from "@/lib/connections/present-connection";
import { connectionOperations } from "@/lib/contracts/operations/connections";
import { updateConnectionByApi } from "@/lib/http/update-connection-by-api";
import { withOrganization } from "@/lib/http/with-organization";

/** Not the connection but its groups: the wire's own trap. */
export const GET = withOrganization(connectionOperations.getGroups, async ({ scope, params, query }) => {
    const id = parseConnectionId(params.connection);
    const { groups, nextCursor } = await findConnectionGroups(scope, id, query);
    return { scim_groups: groups.map((group) => presentConnectionGroup(scope.organizationId, id, group)), next_cursor: nextCursor };
  });

export const PUT = withOrganization(connectionOperations.update, updateConnectionByApi);

export const DELETE = withOrganization(connectionOperations.delete, async ({ scope, params, body }) => {
    const { connectionId, people, groups } = await deleteConnection(scope, parseConnectionId(params.connection), body.members);
    return { connection_id: `scim-connection-${connectionId}`, people, groups };
  });
