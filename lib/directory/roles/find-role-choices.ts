import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import type { RoleRecord } from "./role-record";

/** What `findRoles` finds, in its order, without counting who has them: for lists to choose from, which must not wait for a count of everybody. */
export async function findRoleChoices(scope: OrganizationScope): Promise<RoleRecord[]> {
  const { rows } = await pool().query<RoleRecord>({
    name: "find_role_choices",
    text: `SELECT id, role_id AS "roleId", description, permissions, reserved, organization_id AS "organizationId"
           FROM role WHERE organization_id IS NULL OR organization_id = $1 ORDER BY reserved DESC, role_id`,
    values: [scope.organizationId],
  });
  return rows;
}
