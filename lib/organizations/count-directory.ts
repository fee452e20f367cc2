import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

export type DirectoryCounts = { active: number; deactivated: number; invited: number; groups: number; mappings: number };

const SELECT = `
  SELECT count(*) FILTER (WHERE status = 'active')::int AS active,
         count(*) FILTER (WHERE status = 'deactivated')::int AS deactivated,
         count(*) FILTER (WHERE status = 'invited')::int AS invited,
         (SELECT count(*) FROM idp_group g JOIN connection c ON c.id = g.connection_id AND c.status <> 'deleted' WHERE g.organization_id = $1)::int AS groups,
         (SELECT count(*) FROM role_mapping rm JOIN connection c ON c.id = rm.connection_id AND c.status <> 'deleted' WHERE rm.organization_id = $1)::int AS mappings
  FROM member WHERE organization_id = $1 AND status <> 'deleted'`;

/** How many people by status, groups and role mappings an organization has. */
export async function countDirectory(scope: OrganizationScope): Promise<DirectoryCounts> {
  const counted = await pool().query<DirectoryCounts>({ name: "count-directory", text: SELECT, values: [scope.organizationId] });
  return counted.rows[0] ?? { active: 0, deactivated: 0, invited: 0, groups: 0, mappings: 0 };
}
