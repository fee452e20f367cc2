import { recordAudit } from "@/lib/activity/record-audit";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "./announce-connection";
import type { ConnectionWithToken } from "./connection";
import { findLiveToken, type LiveTokenRow } from "./find-live-token";
import { getConnection } from "./get-connection";
import { insertToken } from "./insert-token";
import { lockConnection } from "./lock-connection";

/**
 * Makes a new token in place of one that nobody copied: without overlap, since no IdP can know the old one. Throws
 * `token_in_use` once the IdP has called with it, and while a rotation is open: rotate then.
 */
export async function replaceUnusedToken(scope: OrganizationScope, connectionId: string): Promise<ConnectionWithToken> {
  const token = await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    const unused = await revokeUnused(tx, connectionId);
    const made = await insertToken(tx, connectionId, "current");
    if (unused) await keepEnd(tx, unused.id, made.hash);
    await tx.query("UPDATE connection SET token_copied_at = NULL WHERE id = $1", [connectionId]);
    await recordAudit(tx, {
      scope,
      action: "connection.token_replace",
      target: { type: "connection", id: connectionId, label: displayName },
      before: { token_last_four: unused?.lastFour ?? null },
      after: { token_last_four: made.lastFour },
    });
    return made;
  });
  await announceConnection(scope, connectionId);
  return { connection: await getConnection(scope, connectionId), bearerToken: token.bearerToken };
}

async function revokeUnused(tx: Transaction, connectionId: string): Promise<LiveTokenRow | null> {
  const current = await findLiveToken(tx, connectionId, "current");
  if (current?.callCount || (await findLiveToken(tx, connectionId, "next"))) {
    throw new DomainError("conflict", "token_in_use", "The identity provider uses the present token. Rotate it, so that nothing stops.");
  }
  if (current) await tx.query("UPDATE connection_token SET revoked_at = now(), revoked_for = 'replaced' WHERE id = $1", [current.id]);
  return current;
}

/** The new token ends when the one would have that it stands for. */
async function keepEnd(tx: Transaction, unusedId: string, hash: Buffer): Promise<void> {
  await tx.query("UPDATE connection_token made SET expires_at = unused.expires_at FROM connection_token unused WHERE unused.id = $1 AND made.hash = $2", [unusedId, hash]);
}
