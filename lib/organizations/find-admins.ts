import { pool } from "@/lib/db/client";
import type { ConnectionScope, OrganizationScope } from "@/lib/scope";

export type OrgAdmin = { memberId: string; name: string; email: string; direct: boolean; groups: string[]; lastSignInAt: Date | null };

const SELECT = `
  WITH RECURSIVE admin_groups (group_id, mapped_name) AS (
    SELECT rm.group_id, g.display_name FROM role_mapping rm
      JOIN role r ON r.id = rm.role_id AND r.role_id = 'org_admin'
      JOIN connection c ON c.id = rm.connection_id AND c.status <> 'deleted'
      JOIN idp_group g ON g.id = rm.group_id
     WHERE rm.organization_id = $1
    UNION
    SELECT gn.child_group_id, ag.mapped_name FROM admin_groups ag JOIN group_nesting gn ON gn.group_id = ag.group_id
  ), granted AS (
    SELECT ra.member_id, NULL::text AS via FROM role_assignment ra
      JOIN role r ON r.id = ra.role_id AND r.role_id = 'org_admin' WHERE ra.organization_id = $1
    UNION
    SELECT reg.member_id, ag.mapped_name FROM admin_groups ag
      JOIN group_membership gm ON gm.group_id = ag.group_id
      JOIN registration reg ON reg.id = gm.registration_id AND reg.active
  )
  SELECT m.id AS "memberId", m.name, m.email, bool_or(g.via IS NULL) AS direct,
         coalesce(array_agg(DISTINCT g.via) FILTER (WHERE g.via IS NOT NULL), '{}') AS groups, u.last_sign_in_at AS "lastSignInAt"
  FROM granted g JOIN member m ON m.id = g.member_id AND m.organization_id = $1 AND m.status = 'active'
  LEFT JOIN "user" u ON u.id = m.user_id
  GROUP BY m.id, u.last_sign_in_at ORDER BY m.name, m.email`;

/** The active members who are org admins now, and whether by hand or through which mapped groups. */
export async function findAdmins(scope: Pick<OrganizationScope | ConnectionScope, "organizationId">): Promise<OrgAdmin[]> {
  const found = await pool().query<OrgAdmin>({ name: "find-admins", text: SELECT, values: [scope.organizationId] });
  return found.rows;
}
