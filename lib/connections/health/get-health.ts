import { findQuirkCounts } from "@/lib/activity/find-quirk-counts";
import { clock } from "@/lib/clock";
import type { ContactClockWire, HealthWire } from "@/lib/contracts/health";
import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { expectedSeconds } from "./fact-rules";
import { findFindings } from "./find-findings";
import { refreshStaleHealth } from "./refresh-stale-health";

type Row = { idp: string; status: string; lastContactAt: Date | null; every: number | null; computedAt: Date; durationMs: number };

const statement = `
  SELECT c.identity_provider AS idp, c.status, c.last_contact_at AS "lastContactAt", ${expectedSeconds} AS every, h.computed_at AS "computedAt", h.duration_ms AS "durationMs"
  FROM (SELECT c.id, c.identity_provider, c.identity_provider AS idp, c.status, c.organization_id, k.last_contact_at, k.round_seconds, k.round_deviation
        FROM connection c LEFT JOIN connection_contact k ON k.connection_id = c.id) c
  JOIN connection_health h ON h.connection_id = c.id WHERE c.id = $2 AND c.organization_id = $1 AND c.status <> 'deleted'`;

/** Findings (cleared ones of 30 days included), contact clock and tolerated deviations of a connection, computed anew where they are old. */
export async function getHealth(scope: OrganizationScope, connectionId: string): Promise<HealthWire> {
  await refreshStaleHealth(scope, connectionId);
  const [found, findings, quirks] = await Promise.all([
    pool().query<Row>(statement, [scope.organizationId, connectionId]),
    findFindings(scope, { connectionId, cleared: true }),
    findQuirkCounts(scope, connectionId),
  ]);
  const row = found.rows[0];
  if (!row) throw new DomainError("not_found", "scim_connection_not_found", "There is no such connection in this organization.");
  return {
    computed_at: row.computedAt.toISOString(),
    duration_ms: Math.round(row.durationMs),
    findings: findings.map(({ connectionId: _id, connectionName: _name, identityProvider: _idp, ...finding }) => finding),
    contact: readClock(row, clock.now()),
    quirks: quirks.map((each) => ({ code: each.code, count: each.count, first_at: each.firstAt.toISOString(), last_at: each.lastAt.toISOString(), last_request_id: `request-id-${each.lastRequestId}`, sample: each.sample })),
  };
}

function readClock({ idp, status, lastContactAt, every }: Row, now: Date): ContactClockWire {
  const next = lastContactAt && every !== null ? new Date(lastContactAt.getTime() + every * 1000) : null;
  const overdue = status === "active" && lastContactAt !== null && every !== null && now.getTime() - lastContactAt.getTime() > Math.max(every * 3, 7200) * 1000;
  const rhythm = idp === "microsoft-entra" ? "cycle" : every !== null ? "regular" : lastContactAt ? "on_change" : "unknown";
  const paused = status === "paused";
  return { last_contact_at: lastContactAt?.toISOString() ?? null, rhythm, every_minutes: every === null ? null : Math.round(every / 60), next_expected_at: paused ? null : (next?.toISOString() ?? null), overdue, paused };
}
