import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

/** How often something had to be repaired in a connection's requests. `code` is a QuirkCode of the protocol core. */
export type QuirkCount = { code: string; count: number; firstAt: Date; lastAt: Date; lastRequestId: string; sample: string | null };

const statement = `
  select q.code, q.count::float8 as count, q.first_at as "firstAt", q.last_at as "lastAt", q.last_request_id as "lastRequestId", q.sample
  from connection_quirk q join connection c on c.id = q.connection_id
  where c.organization_id = $1 and c.id = $2 order by q.last_at desc, q.code`;

/** The repairs of one connection of the organization, the latest first. */
export async function findQuirkCounts(scope: OrganizationScope, connectionId: string): Promise<QuirkCount[]> {
  return (await pool().query<QuirkCount>(statement, [scope.organizationId, connectionId])).rows;
}
