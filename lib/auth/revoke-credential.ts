import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";

const REVOKE = `UPDATE api_credential SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING name, scopes, last_four`;

/** Ends an API credential: its next call is refused. @throws DomainError `not_found` */
export async function revokeCredential(scope: InstallationScope, id: string): Promise<void> {
  await transaction(async (tx) => {
    const revoked = await tx.query<{ name: string; scopes: string[]; last_four: string }>(REVOKE, [id]);
    const row = revoked.rows[0];
    if (!row) throw new DomainError("not_found", "credential_not_found", "API credential could not be found.");
    await recordAudit(tx, {
      scope,
      action: "credential.revoke",
      target: { type: "credential", id, label: row.name },
      before: { name: row.name, scopes: row.scopes, secret_last_four: row.last_four },
    });
  });
}
