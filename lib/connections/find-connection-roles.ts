import type { ImplicitRoleAssignment } from "@/lib/contracts/connection";
import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

/**
 * The role mappings of a connection as the wire knows them: one entry a group and role. Groups that were not pushed yet have
 * no id and are left out.
 */
export async function findConnectionRoles(
  scope: OrganizationScope,
  connectionId: string,
): Promise<Required<ImplicitRoleAssignment>[]> {
  const { rows } = await pool().query<Required<ImplicitRoleAssignment>>({
    name: "find-connection-roles",
    text: `SELECT r.role_id, m.group_id, coalesce(g.display_name, m.group_name) AS group_name
             FROM role_mapping m
             JOIN role r ON r.id = m.role_id
             LEFT JOIN idp_group g ON g.id = m.group_id
            WHERE m.organization_id = $1 AND m.connection_id = $2 AND m.group_id IS NOT NULL
            ORDER BY group_name, r.role_id`,
    values: [scope.organizationId, connectionId],
  });
  return rows;
}
