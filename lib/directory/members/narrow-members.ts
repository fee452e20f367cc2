import { pool } from "@/lib/db/client";
import { containsPattern } from "@/lib/db/contains-pattern";
import type { OrganizationScope } from "@/lib/scope";
import { everyoneRole } from "../roles/compute-effective-roles";
import type { MemberFilter } from "./select-members-where";

type Give = (value: unknown) => string;

/**
 * One search or filter, twice in SQL: `hits` finds members by it (`member_id`, perhaps twice), of whom `rest` must still hold; `row` says of one row of
 * `member` whether it fits. `sets` are its hits by several ways: PostgreSQL knows how many each of them has, and thinks of both together as 200. `$1` is the organization.
 */
export type Narrowing = { hits: (give: Give) => string; sets?: (give: Give) => string[]; rest?: string; row: (give: Give) => string; isSearch?: boolean };

/** What narrows a list of members, the one that usually leaves the fewest first. */
export async function narrowMembers(scope: OrganizationScope, { search, status, groupId, roleId, connectionId }: MemberFilter): Promise<Narrowing[]> {
  const [group, role] = await Promise.all([groupId ? byGroup(scope, groupId) : null, roleId ? byRole(scope, roleId) : null]);
  const found = [search ? bySearch(containing(search), status === "deleted") : null, group, role, connectionId ? byConnection(connectionId) : null];
  return found.filter((narrowing) => narrowing !== null);
}

/** A LIKE pattern that takes what was typed literally. */
export function containing(search: string): string {
  return containsPattern(search.trim().toLowerCase());
}

function bySearch(pattern: string, deleted: boolean): Narrowing {
  const member = (like: string): string => `(lower(member.name) LIKE ${like} OR member.email_key LIKE ${like} OR lower(member.external_id) LIKE ${like})`;
  const registration = (like: string): string => `(registration.user_name_key LIKE ${like} OR lower(registration.external_id) LIKE ${like})`;
  return {
    isSearch: true,
    hits: (give) => {
      const like = give(pattern);
      return `SELECT member.id AS member_id FROM member WHERE member.organization_id = $1 ${deleted ? "" : "AND member.deleted_at IS NULL"} AND ${member(like)}
        UNION ALL SELECT registration.member_id FROM registration WHERE registration.organization_id = $1 AND ${registration(like)}
          AND NOT EXISTS (SELECT FROM member WHERE member.id = registration.member_id AND ${member(like)})`;
    },
    row: (give) => {
      const like = give(pattern);
      return `(${member(like)} OR EXISTS (SELECT FROM registration WHERE registration.member_id = member.id AND ${registration(like)}))`;
    },
  };
}

async function byGroup(scope: OrganizationScope, groupId: string): Promise<Narrowing> {
  const inside = await findGroups(scope, "SELECT idp_group.id FROM idp_group WHERE idp_group.id = $2 AND idp_group.organization_id = $1", groupId);
  return {
    hits: (give) => `SELECT registration.member_id FROM group_membership JOIN registration ON registration.id = group_membership.registration_id WHERE group_membership.group_id = ANY(${give(inside)}::uuid[])`,
    row: (give) => `EXISTS (SELECT FROM registration JOIN group_membership ON group_membership.registration_id = registration.id
      WHERE registration.member_id = member.id AND group_membership.group_id = ANY(${give(inside)}::uuid[]))`,
  };
}

async function byRole(scope: OrganizationScope, roleId: string): Promise<Narrowing> {
  const isEveryones = (await pool().query("SELECT FROM role WHERE id = $1 AND role_id = $2", [roleId, everyoneRole])).rowCount === 1;
  if (isEveryones) return { hits: () => `SELECT member.id AS member_id FROM member WHERE member.organization_id = $1 AND ${present}`, row: () => present };
  const mapped = await findGroups(scope, "SELECT role_mapping.group_id FROM role_mapping WHERE role_mapping.role_id = $2 AND role_mapping.organization_id = $1 AND role_mapping.group_id IS NOT NULL", roleId);
  const isAssigned = (await pool().query("SELECT FROM role_assignment WHERE organization_id = $1 AND role_id = $2 LIMIT 1", [scope.organizationId, roleId])).rowCount === 1;
  const assigned = (give: Give): string => `role_assignment WHERE role_assignment.organization_id = $1 AND role_assignment.role_id = ${give(roleId)}`;
  const granted = (give: Give): string => `registration JOIN connection ON connection.id = registration.connection_id AND connection.status <> 'deleted'
      JOIN group_membership ON group_membership.registration_id = registration.id WHERE registration.active AND group_membership.group_id = ANY(${give(mapped)}::uuid[])`;
  const sets = (give: Give): string[] => [`SELECT registration.member_id FROM ${granted(give)}`, ...(isAssigned ? [`SELECT role_assignment.member_id FROM ${assigned(give)}`] : [])];
  return {
    hits: (give) => sets(give).join(" UNION ALL "),
    sets,
    rest: present,
    // One EXISTS: of two with OR, PostgreSQL would collect everybody beforehand.
    row: (give) => `(${present} AND EXISTS (SELECT FROM ${assigned(give)} AND role_assignment.member_id = member.id UNION ALL SELECT FROM ${granted(give)} AND registration.member_id = member.id))`,
  };
}

/** Whoever is deactivated has no role in force. */
const present = "member.status IN ('active', 'invited')";

function byConnection(connectionId: string): Narrowing {
  return {
    hits: (give) => `SELECT registration.member_id FROM registration WHERE registration.organization_id = $1 AND registration.connection_id = ${give(connectionId)}`,
    row: (give) => `EXISTS (SELECT FROM registration WHERE registration.member_id = member.id AND registration.connection_id = ${give(connectionId)})`,
  };
}

/** The groups that a query finds, with the groups inside them. Asked beforehand: PostgreSQL plans by how large they are. */
async function findGroups(scope: OrganizationScope, start: string, id: string): Promise<string[]> {
  const { rows } = await pool().query<{ group_id: string }>(
    `WITH RECURSIVE inside (group_id) AS (${start} UNION SELECT group_nesting.child_group_id FROM inside JOIN group_nesting ON group_nesting.group_id = inside.group_id)
     SELECT inside.group_id FROM inside`,
    [scope.organizationId, id],
  );
  return rows.map((row) => row.group_id);
}
