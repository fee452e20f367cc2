import { recordAudit } from "@/lib/activity/record-audit";
import type { CredentialKind } from "@/lib/contracts/sign-in-method";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { lockConnection } from "../lock-connection";
import { insertBasicCredential } from "./insert-basic-credential";
import { insertClientSecret } from "./insert-client-secret";
import type { IssuedCredential } from "./sign-in-method";

/** Two at once are a rotation; more are a leak waiting. */
const MOST_LIVE = 2;

/**
 * Issues one more client secret or Basic password beside the live one, so that a change-over has no gap.
 * Throws `too_many_credentials` when two are live, `sign_in_method_not_enabled` when the method is off.
 */
export async function addCredential(
  scope: OrganizationScope,
  connectionId: string,
  kind: CredentialKind,
): Promise<IssuedCredential> {
  const issued = await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    const { live, clientId } = await countLive(tx, connectionId, kind);
    if (live === 0) throw new DomainError("conflict", "sign_in_method_not_enabled", "This sign-in method is off.");
    if (live >= MOST_LIVE) throw new DomainError("conflict", "too_many_credentials", "Two are in use already. Revoke one of them first.");
    const target = { type: "connection", id: connectionId, label: displayName };
    await recordAudit(tx, { scope, action: "connection.credential_add", target, after: { kind } });
    if (kind === "basic") return insertBasicCredential(tx, connectionId);
    return { clientId, clientSecret: await insertClientSecret(tx, clientId) };
  });
  await announceConnection(scope, connectionId);
  return issued;
}

async function countLive(
  tx: Transaction,
  connectionId: string,
  kind: CredentialKind,
): Promise<{ live: number; clientId: string }> {
  const statement =
    kind === "basic"
      ? `SELECT count(*)::int AS live, '' AS "clientId" FROM connection_token WHERE connection_id = $1 AND kind = 'basic' AND revoked_at IS NULL`
      : `SELECT count(s.id)::int AS live, k.id AS "clientId" FROM connection_client k
         LEFT JOIN connection_client_secret s ON s.client_id = k.id AND s.revoked_at IS NULL WHERE k.connection_id = $1 GROUP BY k.id`;
  const { rows } = await tx.query<{ live: number; clientId: string }>(statement, [connectionId]);
  return rows[0] ?? { live: 0, clientId: "" };
}
