import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { roleHolders } from "./role-holders";

/** Whether exactly one member has `org_admin` in force. */
export async function hasOneAdmin(scope: OrganizationScope): Promise<boolean> {
  const { rowCount } = await pool().query({ name: "has_one_admin", text: selectTwo, values: [scope.organizationId] });
  return rowCount === 1;
}

const selectTwo = `SELECT holder.member_id FROM (${roleHolders({ role: "(SELECT id FROM role WHERE role_id = 'org_admin' AND organization_id IS NULL)" })}) AS holder LIMIT 2`;
