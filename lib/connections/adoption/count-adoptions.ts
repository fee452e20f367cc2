import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

export type OpenAdoptions = { connectionId: string; connectionName: string; count: number };

const select = `
  SELECT c.id AS "connectionId", c.display_name AS "connectionName", count(DISTINCT coalesce(a.registration_id, a.id))::int AS count
    FROM adoption a JOIN connection c ON c.id = a.connection_id AND c.status <> 'deleted' JOIN member m ON m.id = a.member_id AND m.status <> 'deleted'
   WHERE a.organization_id = $1 AND a.status = 'open' AND ($2::uuid IS NULL OR c.id = $2)
   GROUP BY c.id ORDER BY c.created_at`;

/** How many people wait for an answer who they are, by connection; one who may be several members counts once. */
export async function countAdoptions(scope: OrganizationScope, connectionId: string | null = null): Promise<OpenAdoptions[]> {
  return (await pool().query<OpenAdoptions>({ name: "count-adoptions", text: select, values: [scope.organizationId, connectionId] })).rows;
}
