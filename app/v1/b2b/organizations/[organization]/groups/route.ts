import { FindGroupsQuery } from "@/lib/contracts/group";
import { findGroups } from "@/lib/directory/groups/find-groups";
import { presentGroup } from "@/lib/directory/groups/present-group";
import { addressedId } from "@/lib/http/addressed-id";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization({ permission: "group.get", query: FindGroupsQuery }, async ({ scope, query }) => {
  const { search, sort, order, page, limit } = query;
  const connectionId = query.connection_id ? addressedId("scim-connection", query.connection_id) : undefined;
  const { groups, total } = await findGroups(scope, { search, connectionId, sort, order, offset: (page - 1) * limit, limit });
  return { groups: groups.map(presentGroup), results_metadata: { total } };
});
