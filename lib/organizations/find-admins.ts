import { pool } from "@/lib/db/client";
import { roleHolders } from "@/lib/directory/roles/role-holders";
import { rolesInForce } from "@/lib/directory/roles/roles-in-force";
import type { ConnectionScope, OrganizationScope } from "@/lib/scope";

export type OrgAdmin = { memberId: string; name: string; email: string; direct: boolean; groups: string[]; lastSignInAt: Date | null };

const active = "r.active AND EXISTS (SELECT FROM connection c WHERE c.id = r.connection_id AND c.status <> 'deleted')";

// Who holds it comes from the role to the people: asking everybody for their roles would cost a second at 100 000.
const SELECT = `
  SELECT m.id AS "memberId", m.name, m.email, bool_or(source ->> 'type' = 'direct_assignment') AS direct,
         coalesce(array_agg(DISTINCT g.display_name) FILTER (WHERE g.id IS NOT NULL), '{}') AS groups, u.last_sign_in_at AS "lastSignInAt"
  FROM (${roleHolders({ role: "(SELECT id FROM role WHERE role.reserved AND role.role_id = 'org_admin')" })}) holder
  JOIN member m ON m.id = holder.member_id AND m.status = 'active'
  CROSS JOIN LATERAL jsonb_array_elements(${rolesInForce({ member: "m.id", status: "m.status", active })}) held
  CROSS JOIN LATERAL jsonb_array_elements(held -> 'sources') source
  LEFT JOIN idp_group g ON g.id = (source #>> '{details,group_id}')::uuid
  LEFT JOIN "user" u ON u.id = m.user_id
  WHERE held ->> 'role_id' = 'org_admin'
  GROUP BY m.id, u.last_sign_in_at ORDER BY m.name, m.email`;

/** The active members who are org admins now, and whether by hand or through which mapped groups. */
export async function findAdmins(scope: Pick<OrganizationScope | ConnectionScope, "organizationId">): Promise<OrgAdmin[]> {
  const found = await pool().query<OrgAdmin>({ name: "find-admins", text: SELECT, values: [scope.organizationId] });
  return found.rows;
}
