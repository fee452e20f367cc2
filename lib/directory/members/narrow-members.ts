import { pool } from "@/lib/db/client";
import { containsPattern, foldSearch } from "@/lib/db/contains-pattern";
import type { OrganizationScope } from "@/lib/scope";
import { everyoneRole } from "../roles/compute-effective-roles";
import type { MemberFilter } from "./select-members-where";

type Give = (value: unknown) => string;

/**
 * One search or filter, three times in SQL: `hits` finds members by it (`member_id`, perhaps twice), of whom `rest` must still hold; `row` says of one row of
 * `member` whether it fits; `every` says the same where all rows are asked, by sets that are made once and by columns of an index. `sets` are the hits by several ways, for who
 * collects all of them: PostgreSQL knows how many each of them has, and thinks of both together as 200. `$1` is the organization.
 */
export type Narrowing = { hits: (give: Give) => string; sets?: (give: Give) => string[]; rest?: string; row: (give: Give) => string; every: (give: Give) => string; isSearch?: boolean };

/** What narrows a list of members, the one that usually leaves the fewest first. */
export async function narrowMembers(scope: OrganizationScope, { search, status, groupId, roleId, connectionId }: MemberFilter): Promise<Narrowing[]> {
  const [group, role, isImplied] = await Promise.all([groupId ? byGroup(scope, groupId) : null, roleId ? byRole(scope, roleId) : null, isGroupOf(connectionId, groupId)]);
  const found = [search ? bySearch(containsPattern(foldSearch(search)), status === "deleted") : null, group, role, connectionId && !isImplied ? byConnection(connectionId) : null];
  return found.filter((narrowing) => narrowing !== null);
}

/** Whoever is in a group is in its connection. */
async function isGroupOf(connectionId: string | undefined, groupId: string | undefined): Promise<boolean> {
  if (!connectionId || !groupId) return false;
  return (await pool().query("SELECT FROM idp_group WHERE id = $1 AND (connection_id = $2) IS TRUE", [groupId, connectionId])).rowCount === 1;
}

function bySearch(pattern: string, deleted: boolean): Narrowing {
  const member = (like: string): string => `(lower(member.name) LIKE ${like} OR member.email_key LIKE ${like} OR lower(member.external_id) LIKE ${like})`;
  const registration = (like: string): string => `(registration.user_name_key LIKE ${like} OR lower(registration.external_id) LIKE ${like})`;
  const row = (give: Give): string => {
    const like = give(pattern);
    return `(${member(like)} OR EXISTS (SELECT FROM registration WHERE registration.member_id = member.id AND ${registration(like)}))`;
  };
  return {
    isSearch: true,
    hits: (give) => {
      const like = give(pattern);
      return `SELECT member.id AS member_id FROM member WHERE member.organization_id = $1 ${deleted ? "" : "AND member.deleted_at IS NULL"} AND ${member(like)}
        UNION ALL SELECT registration.member_id FROM registration WHERE registration.organization_id = $1 AND ${registration(like)}
          AND NOT EXISTS (SELECT FROM member WHERE member.id = registration.member_id AND ${member(like)})`;
    },
    row,
    every: row,
  };
}

async function byGroup(scope: OrganizationScope, groupId: string): Promise<Narrowing> {
  const inside = await findGroups(scope, "SELECT idp_group.id FROM idp_group WHERE idp_group.id = $2 AND idp_group.organization_id = $1", groupId);
  const hits = (give: Give): string =>
    `SELECT registration.member_id FROM group_membership JOIN registration ON registration.id = group_membership.registration_id WHERE group_membership.group_id ${among(inside, give)}`;
  return {
    hits,
    every: (give) => isIn(hits(give)),
    row: (give) => `EXISTS (SELECT FROM registration JOIN group_membership ON group_membership.registration_id = registration.id
      WHERE registration.member_id = member.id AND group_membership.group_id = ANY(${give(inside)}::uuid[]))`,
  };
}

async function byRole(scope: OrganizationScope, roleId: string): Promise<Narrowing> {
  const isEveryones = (await pool().query("SELECT FROM role WHERE id = $1 AND role_id = $2", [roleId, everyoneRole])).rowCount === 1;
  if (isEveryones) return { hits: () => `SELECT member.id AS member_id FROM member WHERE member.organization_id = $1 AND ${present}`, row: () => present, every: () => statusIs(present) };
  const mapped = await findGroups(scope, mappedGroups, roleId);
  const isAssigned = (await pool().query("SELECT FROM role_assignment WHERE organization_id = $1 AND role_id = $2 LIMIT 1", [scope.organizationId, roleId])).rowCount === 1;
  const assigned = (give: Give): string => `role_assignment WHERE role_assignment.organization_id = $1 AND role_assignment.role_id = ${give(roleId)}`;
  const granted = (give: Give): string => `registration JOIN group_membership ON group_membership.registration_id = registration.id WHERE registration.active AND group_membership.group_id ${among(mapped, give)}`;
  const sets = (give: Give): string[] => [`SELECT registration.member_id FROM ${granted(give)}`, ...(isAssigned ? [`SELECT role_assignment.member_id FROM ${assigned(give)}`] : [])];
  return {
    hits: (give) => sets(give).join(" UNION ALL "),
    sets,
    rest: present,
    every: (give) => `(${sets(give).map(isIn).join(" OR ")}) AND ${statusIs(present)}`,
    // One EXISTS: of two with OR, PostgreSQL would collect everybody beforehand.
    row: (give) => `(${present} AND EXISTS (SELECT FROM ${assigned(give)} AND role_assignment.member_id = member.id UNION ALL SELECT FROM ${granted(give)} AND registration.member_id = member.id))`,
  };
}

/** The groups that have the role themselves; a group's people are registrations of its own connection. */
const mappedGroups = `SELECT role_mapping.group_id FROM role_mapping JOIN connection ON connection.id = role_mapping.connection_id AND connection.status <> 'deleted'
  WHERE role_mapping.role_id = $2 AND role_mapping.organization_id = $1 AND role_mapping.group_id IS NOT NULL`;

/** Hashed once for all rows; where that would not fit into memory PostgreSQL looks each row up. Without IS TRUE it would be a join, and the order of the list lost. */
export function isIn(set: string): string {
  return `(EXISTS (SELECT FROM (${set}) AS hit WHERE hit.member_id = member.id)) IS TRUE`;
}

/** A condition on the status of a member, as a set of those whom it does not hold for: no index has the status, and the row need not be read for it. */
export function statusIs(condition: string): string {
  return `(EXISTS (SELECT FROM (SELECT member.id FROM member WHERE member.organization_id = $1 AND member.deleted_at IS NULL AND NOT (${condition})) AS other WHERE other.id = member.id)) IS NOT TRUE`;
}

/** One group is looked up in the order of its index, several are not. */
function among(groups: string[], give: Give): string {
  return groups.length === 1 ? `= ${give(groups[0])}::uuid` : `= ANY(${give(groups)}::uuid[])`;
}

/** Whoever is deactivated has no role in force. */
const present = "member.status IN ('active', 'invited')";

function byConnection(connectionId: string): Narrowing {
  return {
    hits: (give) => `SELECT registration.member_id FROM registration WHERE registration.organization_id = $1 AND registration.connection_id = ${give(connectionId)}`,
    // Without the organization: from the index alone. Whoever is no member of it is not asked about.
    every: (give) => isIn(`SELECT registration.member_id FROM registration WHERE registration.connection_id = ${give(connectionId)}`),
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
