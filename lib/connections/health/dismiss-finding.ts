import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";

type Row = { name: string; reason: string | null };

const statement = `
  UPDATE connection_finding f SET dismissed_at = CASE WHEN $4::text IS NULL THEN NULL ELSE now() END, dismissed_by = $5, dismissed_for = $4,
    dismissed_print = CASE WHEN $4::text IS NULL THEN NULL ELSE f.fingerprint END
  FROM connection c, (SELECT dismissed_for AS reason FROM connection_finding WHERE connection_id = $2 AND code = $3 FOR UPDATE) before
  WHERE c.id = f.connection_id AND c.organization_id = $1 AND f.connection_id = $2 AND f.code = $3 AND f.cleared_at IS NULL
  RETURNING c.display_name AS name, before.reason`;

/**
 * Puts a finding aside until it changes or clears, with a reason; `null` takes that back. Audited.
 * @throws DomainError `not_found` where it is not open
 */
export async function dismissFinding(scope: OrganizationScope, { connectionId, code, reason }: { connectionId: string; code: string; reason: string | null }): Promise<void> {
  await transaction(async (tx) => {
    const { rows } = await tx.query<Row>(statement, [scope.organizationId, connectionId, code, reason, reason === null ? null : scope.actor.label]);
    const row = rows[0];
    if (!row) throw new DomainError("not_found", "finding_not_found", "There is no such open finding on this connection.");
    await recordAudit(tx, {
      scope,
      action: reason === null ? "finding.restore" : "finding.dismiss",
      target: { type: "connection", id: connectionId, label: row.name },
      before: { finding: code, reason: row.reason },
      after: { finding: code, reason },
    });
  });
  await announceConnection(scope, connectionId);
}
