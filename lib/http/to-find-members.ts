import type { FindMembersQuery } from "@/lib/contracts/member";
import type { FindMembers } from "@/lib/directory/members/find-members";
import { findRoleRow } from "@/lib/directory/roles/find-role-row";
import type { OrganizationScope } from "@/lib/scope";
import { addressedId } from "./addressed-id";

/** The query of a members list in the directory's words; a role is named as on the wire. */
export async function toFindMembers(scope: OrganizationScope, query: FindMembersQuery): Promise<FindMembers> {
  return {
    search: query.search,
    status: query.status,
    groupId: query.group_id ? addressedId("group", query.group_id) : undefined,
    connectionId: query.connection_id ? addressedId("scim-connection", query.connection_id) : undefined,
    roleId: query.role_id ? await findRoleRow(scope, query.role_id) : undefined,
    sort: query.sort,
    order: query.order,
    totalUpTo: query.total_up_to,
    cursor: query.cursor,
    offset: (query.page - 1) * query.limit,
    limit: query.limit,
  };
}
