import { pool } from "@/lib/db/client";
import type { Queryable } from "@/lib/db/queryable";
import { groupBy } from "@/lib/group-by";
import type { ConnectionScope, OrganizationScope } from "@/lib/scope";
import { computeEffectiveRoles, type EffectiveRoles, type GroupOfMember, type RoleInputs } from "./compute-effective-roles";
import { expandGroups, type Nesting } from "./expand-groups";

type Inputs = {
  people: { id: string; status: RoleInputs["status"] }[];
  assignments: { memberId: string; roleId: string }[];
  memberships: { memberId: string; groupId: string; active: boolean }[];
  groups: { groupId: string; groupName: string; connectionId: string; connectionName: string }[];
  nestings: { childGroupId: string; groupId: string }[];
  mappings: { groupId: string; roleId: string }[];
};

/** What is known of one person: their groups, nested ones included, and their roles. */
export type RolesOfMember = EffectiveRoles & { groups: GroupOfMember[] };

/**
 * The roles of some people of one organization, by member id, with one statement however many they are. Ids of other organizations are left
 * out. Pass a transaction as `db` to see its uncommitted changes.
 */
export async function findEffectiveRoles(
  scope: OrganizationScope | ConnectionScope,
  memberIds: readonly string[],
  db: Queryable = pool(),
): Promise<Map<string, RolesOfMember>> {
  const { rows } = await db.query<Inputs>({ name: "find_effective_roles", text: loadRoleInputs, values: [scope.organizationId, memberIds] });
  const inputs = rows[0];
  return inputs ? combine(inputs) : new Map();
}

function combine(inputs: Inputs): Map<string, RolesOfMember> {
  const groupById = new Map(inputs.groups.map((group) => [group.groupId, group]));
  const nestings = inputs.nestings.flatMap(({ childGroupId, groupId }): Nesting[] => {
    const group = groupById.get(groupId);
    return group ? [{ childGroupId, parent: { groupId, groupName: group.groupName } }] : [];
  });
  const assignmentsOf = groupBy(inputs.assignments, (assignment) => assignment.memberId);
  const membershipsOf = groupBy(inputs.memberships, (membership) => membership.memberId);
  return new Map(
    inputs.people.map(({ id, status }) => {
      const direct = (membershipsOf.get(id) ?? []).flatMap(({ groupId, active }) => {
        const group = groupById.get(groupId);
        return group ? [{ ...group, active }] : [];
      });
      const groups = expandGroups(direct, nestings);
      const assignments = (assignmentsOf.get(id) ?? []).map((assignment) => assignment.roleId);
      return [id, { groups, ...computeEffectiveRoles({ status, assignments, groupsOfMember: groups, mappings: inputs.mappings }) }];
    }),
  );
}

// One row of JSON columns: one round trip, and the recursion upwards walks each nesting once (UNION drops what was seen).
const loadRoleInputs = `
WITH RECURSIVE person AS (
  SELECT id, status FROM member WHERE organization_id = $1 AND id = ANY($2::uuid[])
), membership AS (
  SELECT registration.member_id AS "memberId", group_membership.group_id AS "groupId", bool_or(registration.active) AS active
  FROM registration
  JOIN group_membership ON group_membership.registration_id = registration.id
  WHERE registration.organization_id = $1 AND registration.member_id = ANY($2::uuid[])
  GROUP BY 1, 2
), reached (group_id) AS (
  SELECT DISTINCT "groupId" FROM membership
  UNION
  SELECT group_nesting.group_id FROM reached JOIN group_nesting ON group_nesting.child_group_id = reached.group_id
), known AS (
  SELECT idp_group.id AS "groupId", idp_group.display_name AS "groupName", connection.id AS "connectionId", connection.display_name AS "connectionName"
  FROM reached
  JOIN idp_group ON idp_group.id = reached.group_id
  JOIN connection ON connection.id = idp_group.connection_id AND connection.status <> 'deleted'
  ORDER BY idp_group.display_name_key, idp_group.id
)
SELECT
  (SELECT coalesce(json_agg(person), '[]') FROM person) AS people,
  (SELECT coalesce(json_agg(json_build_object('memberId', role_assignment.member_id, 'roleId', role.role_id)), '[]')
     FROM role_assignment JOIN role ON role.id = role_assignment.role_id
    WHERE role_assignment.organization_id = $1 AND role_assignment.member_id = ANY($2::uuid[])) AS assignments,
  (SELECT coalesce(json_agg(membership), '[]') FROM membership) AS memberships,
  (SELECT coalesce(json_agg(known), '[]') FROM known) AS groups,
  (SELECT coalesce(json_agg(json_build_object('childGroupId', group_nesting.child_group_id, 'groupId', group_nesting.group_id)), '[]')
     FROM reached JOIN group_nesting ON group_nesting.child_group_id = reached.group_id) AS nestings,
  (SELECT coalesce(json_agg(json_build_object('groupId', role_mapping.group_id, 'roleId', role.role_id)), '[]')
     FROM reached JOIN role_mapping ON role_mapping.group_id = reached.group_id JOIN role ON role.id = role_mapping.role_id) AS mappings`;
