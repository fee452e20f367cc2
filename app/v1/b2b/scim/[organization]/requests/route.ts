import { findScimRequests } from "@/lib/activity/find-scim-requests";
import { presentScimRequest } from "@/lib/activity/present-scim-request";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { scimRequestOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: what the organization's IdPs called, newest first. */
export const GET = withOrganization(scimRequestOperations.list, async ({ scope, query }) => {
    const { requests, nextCursor } = await findScimRequests(scope, {
      connectionId: query.connection_id && parseConnectionId(query.connection_id),
      failuresOnly: query.failures === "true",
      operation: query.operation,
      show: query.show,
      resourceId: query.resource_id,
      search: query.search,
      cursor: query.cursor,
      limit: query.limit,
    });
    return { scim_requests: requests.map(presentScimRequest), next_cursor: nextCursor };
  });
