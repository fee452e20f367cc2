import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

const nothing = "00000000-0000-0000-0000-000000000000";

/** The row id of a role name in this organization, for filters; one that names no row when the name means nothing. */
export async function findRoleRow(scope: OrganizationScope, roleId: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>({
    name: "find_role_row",
    text: `SELECT id FROM role WHERE role_id = $2 AND (organization_id IS NULL OR organization_id = $1)`,
    values: [scope.organizationId, roleId],
  });
  return rows[0]?.id ?? nothing;
}
