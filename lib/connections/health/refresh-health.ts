import { pool } from "@/lib/db/client";
import { publishLive } from "@/lib/db/notify";
import { factRules } from "./fact-rules";
import { groupRules } from "./group-rules";
import { peopleRules } from "./people-rules";
import { shared } from "./rule";
import { trafficRules } from "./traffic-rules";

/** Every rule, by its name. */
export const healthRules = [...peopleRules, ...groupRules, ...trafficRules, ...factRules];

const compute = `${shared}
  SELECT * FROM (${healthRules.map(({ sql }) => sql).join("\n  UNION ALL\n")}) found (code, severity, count, evidence, fingerprint)`;

// What was cleared and comes again is new; what is gone is cleared, and with it its dismissal. One statement: two refreshes at once write the same.
const keep = `
  WITH found AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS f (code text, severity text, count int, evidence jsonb, fingerprint text)
  ), gone AS (
    UPDATE connection_finding k SET cleared_at = now(), dismissed_at = NULL, dismissed_by = NULL, dismissed_for = NULL, dismissed_print = NULL
    WHERE k.connection_id = $1 AND k.cleared_at IS NULL AND NOT EXISTS (SELECT 1 FROM found WHERE found.code = k.code) RETURNING 1
  ), kept AS (
    INSERT INTO connection_finding AS k (connection_id, code, severity, count, evidence, fingerprint, first_seen_at, last_seen_at)
    SELECT $1, code, severity, count, evidence, fingerprint, now(), now() FROM found ORDER BY code
    ON CONFLICT (connection_id, code) DO UPDATE SET severity = excluded.severity, count = excluded.count, evidence = excluded.evidence, fingerprint = excluded.fingerprint,
      last_seen_at = now(), first_seen_at = CASE WHEN k.cleared_at IS NULL THEN k.first_seen_at ELSE now() END, cleared_at = NULL
    RETURNING (xmax = 0) AS fresh
  ), done AS (
    INSERT INTO connection_health (connection_id, computed_at, duration_ms) VALUES ($1, now(), $3)
    ON CONFLICT (connection_id) DO UPDATE SET computed_at = now(), duration_ms = excluded.duration_ms
  )
  SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM kept WHERE fresh) > 0 AS changed`;

/**
 * Runs all health rules over one connection, set-based, and keeps what they find: what is gone clears by itself. For the worker
 * and for whoever looks at it; `organizationId` is told on the live stream when findings came or went.
 */
export async function refreshHealth({ organizationId, connectionId }: { organizationId: string; connectionId: string }): Promise<void> {
  const started = performance.now();
  const { rows } = await pool().query({ name: "compute-health", text: compute, values: [connectionId] });
  const { rows: kept } = await pool().query<{ changed: boolean }>({ name: "keep-health", text: keep, values: [connectionId, JSON.stringify(rows), performance.now() - started] });
  if (kept[0]?.changed) await publishLive({ organization_id: organizationId, connection_id: connectionId, topics: ["connection"] });
}
