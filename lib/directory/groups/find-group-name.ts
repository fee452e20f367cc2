import { parseWireId } from "@/lib/contracts/wire-id";
import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

/** The name of one group, for a filter that is already chosen; null when there is no such group here. */
export async function findGroupName(scope: OrganizationScope, groupId: string): Promise<string | null> {
  const { rows } = await pool().query<{ name: string }>({
    name: "find_group_name",
    text: `SELECT display_name AS name FROM idp_group WHERE id = $1 AND organization_id = $2`,
    values: [parseWireId("group", groupId), scope.organizationId],
  });
  return rows[0]?.name ?? null;
}
