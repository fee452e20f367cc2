import { setTimeout } from "node:timers/promises";
import { pool } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { OrganizationScope } from "@/lib/scope";
import { refreshHealth } from "./refresh-health";

// Computed when older than two seconds, or than sixty times what it cost: a connection of 100 000 people is not computed for
// each look at it. After a call sooner: whoever has just mended something waits for it.
const statement = `
  SELECT c.id, h.duration_ms AS "durationMs" FROM connection c LEFT JOIN connection_health h ON h.connection_id = c.id LEFT JOIN connection_contact k ON k.connection_id = c.id
  WHERE c.organization_id = $1 AND ($2::uuid IS NULL OR c.id = $2) AND c.status <> 'deleted'
    AND (h.computed_at IS NULL OR h.computed_at < now() - greatest(interval '2 seconds', make_interval(secs => h.duration_ms * 60 / 1000))
      OR (greatest(k.last_contact_at, k.last_failure_at) > h.computed_at - interval '1 second' AND h.computed_at < now() - make_interval(secs => h.duration_ms * 20 / 1000)))
  ORDER BY h.computed_at NULLS FIRST LIMIT 10`;

/** What nobody notices. */
const shortMs = 250;
/** How long the overview waits for a connection that was never looked at: it says that all is fine, and that is not yet known. */
const firstMs = 400;

/**
 * Computes the health of one connection, or of up to ten of the organization, where what is kept is old. What takes long (1.5 s at
 * 100 000 people) is not waited for: the live stream tells pages when findings came or went.
 */
export async function refreshStaleHealth(scope: OrganizationScope, connectionId: string | null): Promise<void> {
  const { rows } = await pool().query<{ id: string; durationMs: number | null }>(statement, [scope.organizationId, connectionId]);
  for (const { id, durationMs } of rows) {
    const refreshed = refreshHealth({ organizationId: scope.organizationId, connectionId: id });
    if (durationMs === null && connectionId === null) await Promise.race([refreshed.catch(() => undefined), setTimeout(firstMs, undefined, { ref: false })]);
    if (durationMs === null ? connectionId !== null : durationMs < shortMs) await refreshed;
    else refreshed.catch((error: unknown) => log().warn({ error: (error as Error).message }, "health could not be computed"));
  }
}
