import { recordAudit } from "@/lib/activity/record-audit";
import type { SignInMethod } from "@/lib/contracts/sign-in-method";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { lockConnection } from "../lock-connection";

/**
 * Switches a sign-in method off. Every token it gave stops with the commit.
 * Throws `sign_in_method_not_enabled`, and `last_sign_in_method`: pausing is the way to lock an IdP out.
 */
export async function disableSignInMethod(scope: OrganizationScope, connectionId: string, method: SignInMethod): Promise<void> {
  await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    await removeMethod(tx, connectionId, method);
    await revokeTokens(tx, connectionId, method);
    const target = { type: "connection", id: connectionId, label: displayName };
    await recordAudit(tx, { scope, action: "connection.sign_in_method_disable", target, before: { method } });
  });
  await announceConnection(scope, connectionId);
}

async function removeMethod(tx: Transaction, connectionId: string, method: SignInMethod): Promise<void> {
  const { rows } = await tx.query<{ sign_in_methods: string[] }>("SELECT sign_in_methods FROM connection WHERE id = $1", [connectionId]);
  const enabled = rows[0]?.sign_in_methods ?? [];
  if (!enabled.includes(method)) throw new DomainError("conflict", "sign_in_method_not_enabled", "This sign-in method is off.");
  if (enabled.length === 1) {
    throw new DomainError(
      "conflict",
      "last_sign_in_method",
      "This is the only way in. Turn on another one first, or pause the connection.",
    );
  }
  await tx.query("UPDATE connection SET sign_in_methods = array_remove(sign_in_methods, $2), updated_at = now() WHERE id = $1", [
    connectionId,
    method,
  ]);
}

async function revokeTokens(tx: Transaction, connectionId: string, method: SignInMethod): Promise<void> {
  await tx.query(
    `UPDATE connection_token SET revoked_at = now()
      WHERE connection_id = $1 AND revoked_at IS NULL AND ((granted_by IS NULL AND kind::text = $2) OR granted_by = $2)`,
    [connectionId, method],
  );
  await tx.query(
    `UPDATE connection_client_secret s SET revoked_at = now()
       FROM connection_client k JOIN connection c ON c.id = k.connection_id
      WHERE s.client_id = k.id AND k.connection_id = $1 AND s.revoked_at IS NULL
        AND NOT c.sign_in_methods && ARRAY['client_credentials', 'authorization_code']`,
    [connectionId],
  );
}
