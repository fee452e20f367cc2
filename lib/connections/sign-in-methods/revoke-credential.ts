import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { lockConnection } from "../lock-connection";

const statements = {
  client_secret: `UPDATE connection_client_secret s SET revoked_at = now() FROM connection_client k
     WHERE s.client_id = k.id AND k.connection_id = $1 AND s.id = $2 AND s.revoked_at IS NULL
       AND EXISTS (SELECT 1 FROM connection_client_secret o WHERE o.client_id = k.id AND o.id <> s.id AND o.revoked_at IS NULL)
     RETURNING s.last_four`,
  basic: `UPDATE connection_token t SET revoked_at = now()
     WHERE t.connection_id = $1 AND t.id = $2 AND t.kind = 'basic' AND t.revoked_at IS NULL
       AND EXISTS (SELECT 1 FROM connection_token o WHERE o.connection_id = $1 AND o.id <> t.id AND o.kind = 'basic' AND o.revoked_at IS NULL)
     RETURNING t.last_four`,
};

/**
 * Ends a client secret or a Basic password while another one lives; the last one goes by switching the method off.
 * Throws `credential_not_found`.
 */
export async function revokeCredential(
  scope: OrganizationScope,
  connectionId: string,
  kind: keyof typeof statements,
  credentialId: string,
): Promise<void> {
  await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    const { rows } = await tx.query<{ last_four: string }>(statements[kind], [connectionId, credentialId]);
    const [revoked] = rows;
    if (!revoked) throw new DomainError("not_found", "credential_not_found", "There is no such credential, or it is the only one left.");
    const target = { type: "connection", id: connectionId, label: displayName };
    await recordAudit(tx, {
      scope,
      action: "connection.credential_revoke",
      target,
      before: { kind, last_four: revoked.last_four },
    });
  });
  await announceConnection(scope, connectionId);
}
