import { pool } from "@/lib/db/client";

export type UserOrganization = { id: string; name: string; slug: string; logoUrl: string | null; brandColor: string | null };

const SELECT = `
  SELECT DISTINCT o.id, o.name, o.slug, o.logo_url AS "logoUrl", o.brand_color AS "brandColor"
  FROM member m JOIN organization o ON o.id = m.organization_id
  WHERE m.user_id = $1 AND m.status = 'active' AND o.status = 'active'
  ORDER BY o.name LIMIT 50`;

/** The organizations a user is an active member of, by name. Whether the portal opens there is asked when they go. */
export async function findUserOrganizations(userId: string): Promise<UserOrganization[]> {
  const found = await pool().query<UserOrganization>({ name: "find-user-organizations", text: SELECT, values: [userId] });
  return found.rows;
}
