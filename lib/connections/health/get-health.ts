import { findQuirkCounts } from "@/lib/activity/find-quirk-counts";
import { clock } from "@/lib/clock";
import type { HealthWire } from "@/lib/contracts/health";
import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { findFindings } from "./find-findings";
import { contactClockColumns, type ContactClockRow, contacts, readContactClock } from "./read-contact-clock";
import { refreshStaleHealth } from "./refresh-stale-health";

type Row = ContactClockRow & { computedAt: Date; durationMs: number };

const statement = `
  SELECT ${contactClockColumns}, h.computed_at AS "computedAt", h.duration_ms AS "durationMs"
  FROM ${contacts} c JOIN connection_health h ON h.connection_id = c.id WHERE c.id = $2 AND c.organization_id = $1 AND c.status <> 'deleted'`;

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
    contact: readContactClock(row, clock.now()),
    quirks: quirks.map((each) => ({ code: each.code, count: each.count, first_at: each.firstAt.toISOString(), last_at: each.lastAt.toISOString(), last_request_id: `request-id-${each.lastRequestId}`, sample: each.sample })),
  };
}
