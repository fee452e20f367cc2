import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

/** The organization's connections by name, for filters. */
export async function findConnectionNames(scope: OrganizationScope): Promise<{ id: string; name: string }[]> {
  const { rows } = await pool().query<{ id: string; name: string }>({
    name: "find_connection_names",
    text: `SELECT id, display_name AS name FROM connection WHERE organization_id = $1 AND status <> 'deleted' ORDER BY lower(display_name), id`,
    values: [scope.organizationId],
  });
  return rows;
}
