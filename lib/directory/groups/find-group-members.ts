import { type ListOrder, textPart, uuidPart } from "@/lib/db/list-order";
import { type ListPart, patternOf, readListPage } from "@/lib/db/read-list-page";
import type { OrganizationScope } from "@/lib/scope";

export type GroupMemberRecord = { id: string; name: string; email: string; status: string; addedAt: string };

export type FindGroupMembers = ListPart & { groupId: string; search?: string | undefined };

/**
 * A page of the people who are directly in a group, by name. A group of another organization has nobody: ask `getGroup` first.
 * Throws `invalid_cursor`.
 */
export async function findGroupMembers(
  scope: OrganizationScope,
  query: FindGroupMembers,
): Promise<{ members: GroupMemberRecord[]; total: number; nextCursor: string | null }> {
  const source = { name: "find-group-members", columns, from, values: [query.groupId, scope.organizationId, patternOf(query)] };
  const { rows, total, nextCursor } = await readListPage<GroupMemberRecord>(source, byName, query);
  return { members: rows, total, nextCursor };
}

const columns = `
  member.id, member.name, member.email, member.status,
  to_char(group_membership.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "addedAt"`;

const from = `
  FROM group_membership
  JOIN registration ON registration.id = group_membership.registration_id
  JOIN member ON member.id = registration.member_id
  WHERE group_membership.group_id = $1 AND registration.organization_id = $2 AND member.status <> 'deleted'
    AND ($3::text IS NULL OR lower(member.name) LIKE $3 OR member.email_key LIKE $3 OR registration.user_name_key LIKE $3)`;

// A member may be in a group by several registrations.
const byName: ListOrder = {
  name: "group-members",
  parts: [
    { sql: "lower(member.name)", kind: textPart },
    { sql: "member.id", kind: uuidPart },
    { sql: "registration.id", kind: uuidPart },
  ],
};
