import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { everyoneRole } from "../roles/compute-effective-roles";
import { roleHolders } from "../roles/role-holders";
import { loadMembers } from "./load-members";
import type { MemberRecord, MemberState } from "./member-record";

export type MemberSort = "name" | "email" | "status" | "created" | "updated";

export type FindMembers = {
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
  offset: number;
  limit: number;
};

export type FoundMembers = { members: MemberRecord[]; total: number };

/** A page of an organization's members and how many there are. */
export async function findMembers(scope: OrganizationScope, query: FindMembers): Promise<FoundMembers> {
  const { where, values } = narrow(scope, query);
  const { rows } = await pool().query<{ id: string }>(
    `SELECT member.id FROM member WHERE ${where} ORDER BY ${orderBy(query)} LIMIT $${values.length + 1} OFFSET $${values.length + 2}`,
    [...values, query.limit, query.offset],
  );
  const counted = await pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM member WHERE ${where}`, values);
  return { members: await loadMembers(scope, rows.map((row) => row.id)), total: counted.rows[0]?.total ?? 0 };
}

function narrow(scope: OrganizationScope, query: FindMembers): { where: string; values: unknown[] } {
  const values: unknown[] = [scope.organizationId];
  const give = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["member.organization_id = $1", query.status ? `member.status = ${give(query.status)}` : "member.status <> 'deleted'"];
  if (query.search) conditions.push(matches(give(containing(query.search))));
  if (query.connectionId) conditions.push(`EXISTS (SELECT FROM registration WHERE registration.member_id = member.id AND registration.connection_id = ${give(query.connectionId)})`);
  if (query.groupId) conditions.push(inGroup(give(query.groupId)));
  if (query.roleId) conditions.push(hasRole(give(query.roleId), give(everyoneRole)));
  return { where: conditions.join(" AND "), values };
}

/** A LIKE pattern that takes what was typed literally. */
function containing(search: string): string {
  return `%${search.trim().toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
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

const columns: Record<MemberSort, string> = {
  name: "lower(member.name)",
  email: "member.email_key",
  status: "member.status",
  created: "member.created_at",
  updated: "member.updated_at",
};

function orderBy({ sort, order }: FindMembers): string {
  const direction = order === "desc" ? "DESC" : "ASC";
  return `${columns[sort]} ${direction}, member.id ${direction}`;
}
