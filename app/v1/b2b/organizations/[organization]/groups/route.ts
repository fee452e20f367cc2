import { groupOperations } from "@/lib/contracts/operations/members";
import { findGroups } from "@/lib/directory/groups/find-groups";
import { presentGroup } from "@/lib/directory/groups/present-group";
import { toFindGroups } from "@/lib/http/to-find-groups";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(groupOperations.list, async ({ scope, query }) => {
  const { groups, total, nextCursor } = await findGroups(scope, toFindGroups(query));
  return { groups: groups.map(presentGroup), results_metadata: { total, next_cursor: nextCursor } };
});
