import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { everyoneRole } from "./compute-effective-roles";
import { roleHolders } from "./role-holders";
import type { RoleRecord } from "./role-record";

/** A role with the number of members who have it in force and of groups that are mapped to it. */
export type RoleWithUse = RoleRecord & { memberCount: number; groupCount: number };

/** All roles that can be given in an organization: the installation's catalogue and its own, administrator first. */
export async function findRoles(scope: OrganizationScope): Promise<RoleWithUse[]> {
  const { rows } = await pool().query<RoleWithUse>({ name: "find_roles", text: selectRoles, values: [scope.organizationId, everyoneRole] });
  return rows;
}

const selectRoles = `
WITH held AS (
  SELECT role_id, count(*)::int AS members FROM (${roleHolders()}) AS holder GROUP BY role_id
), mapped AS (
  SELECT role_id, count(DISTINCT coalesce(group_id::text, connection_id || group_name_key))::int AS groups
  FROM role_mapping WHERE organization_id = $1 GROUP BY role_id
)
SELECT role.id, role.role_id AS "roleId", role.description, role.permissions, role.reserved, role.organization_id AS "organizationId",
  CASE WHEN role.role_id = $2
    THEN (SELECT count(*)::int FROM member WHERE organization_id = $1 AND status IN ('active', 'invited'))
    ELSE coalesce(held.members, 0) END AS "memberCount",
  coalesce(mapped.groups, 0) AS "groupCount"
FROM role
LEFT JOIN held ON held.role_id = role.id
LEFT JOIN mapped ON mapped.role_id = role.id
WHERE role.organization_id IS NULL OR role.organization_id = $1
ORDER BY role.reserved DESC, role.role_id`;
