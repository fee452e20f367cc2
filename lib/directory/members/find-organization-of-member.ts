import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";

/** The organization of a member that is known by id alone, deleted ones included; null when there is none. For those who may see all organizations. */
export async function findOrganizationOfMember(_scope: InstallationScope, memberId: string | null): Promise<string | null> {
  if (!memberId) return null;
  const { rows } = await pool().query<{ organizationId: string }>({
    name: "find_organization_of_member",
    text: `SELECT organization_id AS "organizationId" FROM member WHERE id = $1`,
    values: [memberId],
  });
  return rows[0]?.organizationId ?? null;
}
