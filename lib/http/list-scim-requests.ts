import { findScimRequests } from "@/lib/activity/find-scim-requests";
import { presentScimRequest } from "@/lib/activity/present-scim-request";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { requestActions, type ScimRequestsQuery, type ScimRequestWire } from "@/lib/contracts/activity";
import { parseWireId } from "@/lib/contracts/wire-id";
import type { OrganizationScope } from "@/lib/scope";

/** `GET …/requests`. */
export async function listScimRequests({ scope, query }: { scope: OrganizationScope; query: ScimRequestsQuery }): Promise<{ scim_requests: ScimRequestWire[]; next_cursor: string | null; searched_back_to: string | null }> {
  const { connection_id: connection, member_id: member, failures, resource_id: resourceId, action, ...rest } = query;
  const { requests, nextCursor, searchedBackTo } = await findScimRequests(scope, {
    ...rest,
    connectionId: connection && parseConnectionId(connection),
    failuresOnly: failures === "true",
    action: requestActions.find((known) => known === action),
    resourceId,
    // An id that nobody can have: nothing is found.
    memberId: member && (parseWireId("member", member) ?? "00000000-0000-0000-0000-000000000000"),
  });
  return { scim_requests: requests.map((request) => presentScimRequest(request)), next_cursor: nextCursor, searched_back_to: searchedBackTo?.toISOString() ?? null };
}
