import { pool } from "@/lib/db/client";

export type UserOrganization = { id: string; name: string; slug: string; logoUrl: string | null; brandColor: string | null };

const SELECT = `
  WITH RECURSIVE mine AS (
    SELECT m.id, m.organization_id FROM member m JOIN organization o ON o.id = m.organization_id AND o.status = 'active'
    WHERE m.user_id = $1 AND m.status = 'active'
  ), inside (group_id, organization_id) AS (
    SELECT gm.group_id, mine.organization_id FROM mine
      JOIN registration r ON r.member_id = mine.id AND r.active
      JOIN group_membership gm ON gm.registration_id = r.id
    UNION
    SELECT gn.group_id, inside.organization_id FROM inside JOIN group_nesting gn ON gn.child_group_id = inside.group_id
  ), administered AS (
    SELECT mine.organization_id FROM mine
      JOIN role_assignment ra ON ra.member_id = mine.id JOIN role r ON r.id = ra.role_id AND r.role_id = 'org_admin'
    UNION
    SELECT inside.organization_id FROM inside
      JOIN role_mapping rm ON rm.group_id = inside.group_id
      JOIN connection c ON c.id = rm.connection_id AND c.status <> 'deleted'
      JOIN role r ON r.id = rm.role_id AND r.role_id = 'org_admin'
  )
  SELECT o.id, o.name, o.slug, o.logo_url AS "logoUrl", o.brand_color AS "brandColor"
  FROM administered a JOIN organization o ON o.id = a.organization_id ORDER BY o.name, o.id LIMIT 50`;

/** The active organizations whose portal opens for a user: they are an admin there, by hand or through a group. By name. */
export async function findUserOrganizations(userId: string): Promise<UserOrganization[]> {
  const found = await pool().query<UserOrganization>({ name: "find-user-organizations", text: SELECT, values: [userId] });
  return found.rows;
}
