import { pool } from "@/lib/db/client";
import { refreshHealth } from "./refresh-health";

// After new calls at most every five minutes, without any every hour: tokens expire and contact becomes overdue by the clock alone.
const statement = `
  SELECT c.id, c.organization_id AS "organizationId" FROM connection c
  LEFT JOIN connection_health h ON h.connection_id = c.id LEFT JOIN connection_contact k ON k.connection_id = c.id
  WHERE c.status <> 'deleted' AND (h.computed_at IS NULL OR h.computed_at < now() - interval '1 hour'
    OR (h.computed_at < now() - interval '5 minutes' AND greatest(k.last_contact_at, k.last_failure_at) > h.computed_at))
  ORDER BY h.computed_at NULLS FIRST LIMIT $1`;

/** Computes the health of connections that are due, the oldest first; for the worker. Returns how many. */
export async function refreshDueHealth(most: number): Promise<number> {
  const { rows } = await pool().query<{ id: string; organizationId: string }>(statement, [most]);
  for (const { id, organizationId } of rows) await refreshHealth({ organizationId, connectionId: id });
  return rows.length;
}
