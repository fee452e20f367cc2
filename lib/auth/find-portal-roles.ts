import { pool } from "@/lib/db/client";

const SELECT = `
  WITH RECURSIVE mine AS (
    SELECT id FROM member WHERE user_id = $1 AND organization_id = $2 AND status = 'active'
  ), inside (group_id) AS (
    SELECT gm.group_id FROM mine
      JOIN registration r ON r.member_id = mine.id AND r.active
      JOIN group_membership gm ON gm.registration_id = r.id
    UNION
    SELECT gn.group_id FROM inside JOIN group_nesting gn ON gn.child_group_id = inside.group_id
  )
  SELECT r.role_id FROM mine JOIN role_assignment ra ON ra.member_id = mine.id JOIN role r ON r.id = ra.role_id
  UNION
  SELECT r.role_id FROM inside
    JOIN role_mapping rm ON rm.group_id = inside.group_id
    JOIN connection c ON c.id = rm.connection_id AND c.status <> 'deleted'
    JOIN role r ON r.id = rm.role_id
  UNION
  SELECT 'org_member' FROM mine`;

/**
 * The role ids that a user holds in an organization at this moment: given by hand, or by a mapping of a group they are in
 * (nested groups included). Empty for someone who is not an active member. Read anew for every request, so that a lost
 * role or a deactivation ends access at once.
 */
export async function findPortalRoles(userId: string, organizationId: string): Promise<Set<string>> {
  const found = await pool().query<{ role_id: string }>({ name: "find-portal-roles", text: SELECT, values: [userId, organizationId] });
  return new Set(found.rows.map((row) => row.role_id));
}
