import { enumPart, type ListOrder, type OrderPart, textPart, timePart, uuidPart } from "@/lib/db/list-order";
import type { OrganizationScope } from "@/lib/scope";
import { everyoneRole } from "../roles/compute-effective-roles";
import { roleHolders } from "../roles/role-holders";
import type { MemberState } from "./member-record";
import { containing } from "./narrow-members";

export type MemberSort = "name" | "email" | "status" | "created" | "updated";

export type MemberFilter = {
  /** Part of the name, e-mail, userName or external id, whatever its case. */
  search?: string | undefined;
  /** Without it: everyone who is not deleted. */
  status?: MemberState | undefined;
  /** Row ids. A group counts with the groups inside it, a role by any of its sources. */
  groupId?: string | undefined;
  roleId?: string | undefined;
  connectionId?: string | undefined;
  sort: MemberSort;
  order: "asc" | "desc";
};

/** The condition of a list of members, on the table `member`; `$1` is the organization. */
export function selectMembersWhere(scope: OrganizationScope, query: MemberFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [scope.organizationId];
  const give = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["member.organization_id = $1", query.status ? `member.status = ${give(query.status)}` : "member.deleted_at IS NULL"];
  if (query.search) conditions.push(matches(give(containing(query.search))));
  if (query.connectionId) conditions.push(`EXISTS (SELECT FROM registration WHERE registration.member_id = member.id AND registration.connection_id = ${give(query.connectionId)})`);
  if (query.groupId) conditions.push(inGroup(give(query.groupId)));
  if (query.roleId) conditions.push(hasRole(give(query.roleId), give(everyoneRole)));
  return { where: conditions.join(" AND "), values };
}

// Two halves that each have trigram indexes: a condition over both tables at once could use none.
function matches(pattern: string): string {
  return `member.id IN (
    SELECT found.id FROM member AS found WHERE found.organization_id = $1 AND (lower(found.name) LIKE ${pattern} OR found.email_key LIKE ${pattern} OR lower(found.external_id) LIKE ${pattern})
    UNION
    SELECT registration.member_id FROM registration
    WHERE registration.organization_id = $1 AND (registration.user_name_key LIKE ${pattern} OR lower(registration.external_id) LIKE ${pattern}))`;
}

function inGroup(groupId: string): string {
  return `member.id IN (
    WITH RECURSIVE inside (group_id) AS (
      SELECT idp_group.id FROM idp_group WHERE idp_group.id = ${groupId} AND idp_group.organization_id = $1
      UNION
      SELECT group_nesting.child_group_id FROM inside JOIN group_nesting ON group_nesting.group_id = inside.group_id
    )
    SELECT registration.member_id FROM inside
    JOIN group_membership ON group_membership.group_id = inside.group_id
    JOIN registration ON registration.id = group_membership.registration_id)`;
}

function hasRole(roleId: string, everyone: string): string {
  return `(member.id IN (SELECT member_id FROM (${roleHolders({ role: roleId })}) AS holder)
    OR (member.status IN ('active', 'invited') AND EXISTS (SELECT FROM role WHERE role.id = ${roleId} AND role.role_id = ${everyone})))`;
}

const columns: Record<MemberSort, Pick<OrderPart, "sql" | "kind">> = {
  name: { sql: "lower(member.name)", kind: textPart },
  email: { sql: "member.email_key", kind: textPart },
  status: { sql: "member.status", kind: enumPart("member_status", ["invited", "active", "deactivated", "deleted"]) },
  created: { sql: "member.created_at", kind: timePart },
  updated: { sql: "member.updated_at", kind: timePart },
};

/** Their order, with the id as the last word so that pages neither repeat nor skip. */
export function orderMembers({ sort, order }: Pick<MemberFilter, "sort" | "order">): ListOrder {
  const descending = order === "desc";
  return { name: `members-${sort}-${order}`, parts: [{ ...columns[sort], descending }, { sql: "member.id", kind: uuidPart, descending }] };
}
