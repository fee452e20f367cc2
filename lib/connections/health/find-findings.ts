import type { FindingCode, FindingEvidence, FindingWire, Severity } from "@/lib/contracts/health";
import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";

/** A finding with the connection that it is about. */
export type Finding = FindingWire & { connectionId: string; connectionName: string; identityProvider: string };

type Row = {
  connectionId: string;
  connectionName: string;
  identityProvider: string;
  code: FindingCode;
  severity: Severity;
  count: number;
  evidence: FindingEvidence;
  firstSeenAt: Date;
  lastSeenAt: Date;
  clearedAt: Date | null;
  dismissed: boolean;
  dismissedAt: Date | null;
  dismissedBy: string | null;
  dismissedFor: string | null;
};

const statement = `
  SELECT f.connection_id AS "connectionId", c.display_name AS "connectionName", c.identity_provider AS "identityProvider", f.code, f.severity, f.count, f.evidence,
    f.first_seen_at AS "firstSeenAt", f.last_seen_at AS "lastSeenAt", f.cleared_at AS "clearedAt", f.dismissed_at AS "dismissedAt", f.dismissed_by AS "dismissedBy",
    f.dismissed_for AS "dismissedFor", (f.dismissed_at IS NOT NULL AND f.dismissed_print = f.fingerprint) AS dismissed
  FROM connection_finding f JOIN connection c ON c.id = f.connection_id AND c.status <> 'deleted'
  WHERE c.organization_id = $1 AND ($2::uuid IS NULL OR c.id = $2) AND (f.cleared_at IS NULL OR $3 AND f.cleared_at > now() - interval '30 days')
  ORDER BY f.cleared_at IS NOT NULL, dismissed, array_position(ARRAY['critical', 'warning', 'info'], f.severity), f.last_seen_at DESC, f.code`;

/** Kept findings of one connection, or of all of the organization: open ones first, the worst first. Computes nothing. */
export async function findFindings(scope: OrganizationScope, { connectionId = null, cleared = false }: { connectionId?: string | null; cleared?: boolean } = {}): Promise<Finding[]> {
  const { rows } = await pool().query<Row>(statement, [scope.organizationId, connectionId, cleared]);
  return rows.map(present);
}

function present(row: Row): Finding {
  const { connectionId, connectionName, identityProvider, code, severity, count, evidence, firstSeenAt, lastSeenAt, clearedAt } = row;
  const dismissal = row.dismissed && row.dismissedAt ? { at: row.dismissedAt.toISOString(), by: row.dismissedBy ?? "", reason: row.dismissedFor ?? "" } : null;
  return {
    ...{ connectionId, connectionName, identityProvider, code, severity, count, evidence },
    status: clearedAt ? "cleared" : dismissal ? "dismissed" : "open",
    first_seen_at: firstSeenAt.toISOString(),
    last_seen_at: lastSeenAt.toISOString(),
    cleared_at: clearedAt?.toISOString() ?? null,
    dismissal,
  };
}
