import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

const COUNT = "SELECT count(*) AS members FROM member WHERE organization_id = $1 AND status NOT IN ('deleted', 'deactivated')";

/** How many people are in an organization now; the deactivated do not count. */
export async function countMembers(scope: OrganizationScope): Promise<number> {
  const counted = await pool().query<{ members: string }>({ name: "count-members", text: COUNT, values: [scope.organizationId] });
  return Number(counted.rows[0]?.members ?? 0);
}
