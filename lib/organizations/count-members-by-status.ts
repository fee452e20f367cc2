import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

export type MemberCounts = { active: number; deactivated: number; invited: number };

const COUNT = `
  SELECT count(*) FILTER (WHERE status = 'active')::int AS active, count(*) FILTER (WHERE status = 'deactivated')::int AS deactivated,
         count(*) FILTER (WHERE status = 'invited')::int AS invited
  FROM member WHERE organization_id = $1`;

/** How many people an organization has, by status. */
export async function countMembersByStatus(scope: OrganizationScope): Promise<MemberCounts> {
  const counted = await pool().query<MemberCounts>({ name: "count-members-by-status", text: COUNT, values: [scope.organizationId] });
  return counted.rows[0] ?? { active: 0, deactivated: 0, invited: 0 };
}
