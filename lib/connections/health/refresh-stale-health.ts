import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { refreshHealth } from "./refresh-health";

// Computed when older than two seconds, or than sixty times what it cost: a connection of 100 000 people is not computed for
// each look at it.
const statement = `
  SELECT c.id FROM connection c LEFT JOIN connection_health h ON h.connection_id = c.id
  WHERE c.organization_id = $1 AND ($2::uuid IS NULL OR c.id = $2) AND c.status <> 'deleted'
    AND (h.computed_at IS NULL OR h.computed_at < now() - greatest(interval '2 seconds', make_interval(secs => h.duration_ms * 60 / 1000)))
  ORDER BY h.computed_at NULLS FIRST LIMIT 10`;

/** Computes the health of one connection, or of up to ten of the organization, where what is kept is old. */
export async function refreshStaleHealth(scope: OrganizationScope, connectionId: string | null): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(statement, [scope.organizationId, connectionId]);
  for (const { id } of rows) await refreshHealth({ organizationId: scope.organizationId, connectionId: id });
}
