import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

export type GroupMemberRecord = { id: string; name: string; email: string; status: string; addedAt: string };

export type FindGroupMembers = { groupId: string; search?: string | undefined; offset: number; limit: number };

/** A page of the people who are directly in a group, by name. A group of another organization has nobody: ask `getGroup` first. */
export async function findGroupMembers(scope: OrganizationScope, query: FindGroupMembers): Promise<{ members: GroupMemberRecord[]; total: number }> {
  const pattern = query.search ? `%${query.search.trim().toLowerCase().replace(/[\\%_]/g, "\\$&")}%` : null;
  const { rows } = await pool().query<GroupMemberRecord & { total: number }>({
    name: "find_group_members",
    text: selectMembers,
    values: [query.groupId, scope.organizationId, pattern, query.limit, query.offset],
  });
  return { members: rows.map(({ total: _total, ...member }) => member), total: rows[0]?.total ?? 0 };
}

const selectMembers = `
SELECT member.id, member.name, member.email, member.status,
  to_char(group_membership.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "addedAt", count(*) OVER ()::int AS total
FROM group_membership
JOIN registration ON registration.id = group_membership.registration_id
JOIN member ON member.id = registration.member_id
WHERE group_membership.group_id = $1 AND registration.organization_id = $2 AND member.status <> 'deleted'
  AND ($3::text IS NULL OR lower(member.name) LIKE $3 OR member.email_key LIKE $3 OR registration.user_name_key LIKE $3)
ORDER BY lower(member.name), member.id
LIMIT $4 OFFSET $5`;
