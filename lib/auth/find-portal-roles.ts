import { pool } from "@/lib/db/client";
import { rolesInForce } from "@/lib/directory/roles/roles-in-force";

const active = "r.active and exists (select 1 from connection c where c.id = r.connection_id and c.status <> 'deleted')";

const SELECT = `
  SELECT held ->> 'role_id' AS role_id
    FROM member m CROSS JOIN LATERAL jsonb_array_elements(${rolesInForce({ member: "m.id", status: "m.status", active })}) held
   WHERE m.user_id = $1 AND m.organization_id = $2 AND m.status = 'active'`;

/**
 * The role ids that a user holds in an organization at this moment, by the same rules that events and members show. Empty for
 * someone who is not an active member. Read anew for every request, so that a lost role or a deactivation ends access at once.
 */
export async function findPortalRoles(userId: string, organizationId: string): Promise<Set<string>> {
  const found = await pool().query<{ role_id: string }>({ name: "find-portal-roles", text: SELECT, values: [userId, organizationId] });
  return new Set(found.rows.map((row) => row.role_id));
}
