import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { lockConnection } from "../lock-connection";

const revokeClientSecret = `
  UPDATE connection_client_secret s SET revoked_at = now() FROM connection_client k
   WHERE s.client_id = k.id AND k.connection_id = $1 AND s.id::text = $2 AND s.revoked_at IS NULL
     AND EXISTS (SELECT 1 FROM connection_client_secret o WHERE o.client_id = k.id AND o.id <> s.id AND o.revoked_at IS NULL)
  RETURNING s.last_four`;

const revokeBasic = `
  UPDATE connection_token t SET revoked_at = now()
   WHERE t.connection_id = $1 AND t.id::text = $2 AND t.kind = 'basic' AND t.revoked_at IS NULL
     AND EXISTS (SELECT 1 FROM connection_token o WHERE o.connection_id = $1 AND o.id <> t.id AND o.kind = 'basic' AND o.revoked_at IS NULL)
  RETURNING t.last_four`;

/**
 * Ends a client secret or a Basic password while another one lives; the last one goes by switching the method off.
 * Throws `credential_not_found`.
 */
export async function revokeCredential(scope: OrganizationScope, connectionId: string, credentialId: string): Promise<void> {
  await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    const values = [connectionId, credentialId];
    const secrets = await tx.query<{ last_four: string }>(revokeClientSecret, values);
    const [revoked] = secrets.rows.length > 0 ? secrets.rows : (await tx.query<{ last_four: string }>(revokeBasic, values)).rows;
    if (!revoked) throw new DomainError("not_found", "credential_not_found", "There is no such credential, or it is the only one left.");
    const target = { type: "connection", id: connectionId, label: displayName };
    await recordAudit(tx, { scope, action: "connection.credential_revoke", target, before: { last_four: revoked.last_four } });
  });
  await announceConnection(scope, connectionId);
}
