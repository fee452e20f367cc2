import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";

const REVOKE = `
  UPDATE setup_link SET revoked_at = now() WHERE id = $1 AND organization_id = $2 AND revoked_at IS NULL
  RETURNING note, email, connection_id, expires_at`;

/**
 * Takes a set-up link back: it opens nothing any more, and whoever is inside is out at their next request. The connection
 * that was made with it stays. @throws DomainError `setup_link_not_found`, also when it was revoked before
 */
export async function revokeSetupLink(scope: OrganizationScope, id: string): Promise<void> {
  await transaction(async (tx) => {
    const revoked = (await tx.query<{ note: string; email: string | null; connection_id: string | null; expires_at: Date }>(REVOKE, [id, scope.organizationId])).rows[0];
    if (!revoked) throw new DomainError("not_found", "setup_link_not_found", "There is no such set-up link in this organization.");
    await recordAudit(tx, {
      scope,
      action: "setup_link.revoke",
      target: { type: "setup_link", id, label: revoked.note || revoked.email || "" },
      before: { connection_id: revoked.connection_id, expires_at: revoked.expires_at.toISOString() },
    });
  });
}
