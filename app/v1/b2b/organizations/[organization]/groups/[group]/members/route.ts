import { groupOperations } from "@/lib/contracts/operations/members";
import { parseWireId, toWireId } from "@/lib/contracts/wire-id";
import { findGroupMembers } from "@/lib/directory/groups/find-group-members";
import { getGroup } from "@/lib/directory/groups/get-group";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(groupOperations.members, async ({ scope, params, query }) => {
  const { id: groupId } = await getGroup(scope, parseWireId("group", params.group));
  const { search, cursor, page, limit } = query;
  const { members, total, nextCursor } = await findGroupMembers(scope, { groupId, search, cursor, offset: (page - 1) * limit, limit });
  const shown = members.map(({ id, name, email, status, addedAt }) => ({ member_id: toWireId("member", id), name, email_address: email, status, added_at: addedAt }));
  return { members: shown, results_metadata: { total, next_cursor: nextCursor } };
});
