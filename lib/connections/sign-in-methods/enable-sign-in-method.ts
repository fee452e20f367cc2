import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import type { Federation, SignInMethod } from "@/lib/contracts/sign-in-method";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "../announce-connection";
import { insertToken } from "../insert-token";
import { lockConnection } from "../lock-connection";
import { findLiveToken } from "../find-live-token";
import { insertBasicCredential } from "./insert-basic-credential";
import { insertClientSecret } from "./insert-client-secret";
import { allowsKeyUrl } from "./allows-key-url";
import type { IssuedCredential } from "./sign-in-method";

/**
 * Switches a sign-in method on and issues what the IdP's form asks for. `federation` needs the four values that Entra shows.
 * Throws `sign_in_method_already_enabled`, `federation_required`, `jwks_url_not_allowed`.
 */
export async function enableSignInMethod(
  scope: OrganizationScope,
  connectionId: string,
  method: SignInMethod,
  federation?: Federation,
): Promise<IssuedCredential> {
  const issued = await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    await addMethod(tx, connectionId, method);
    const target = { type: "connection", id: connectionId, label: displayName };
    await recordAudit(tx, { scope, action: "connection.sign_in_method_enable", target, after: { method } });
    return issue(tx, connectionId, method, federation);
  });
  await announceConnection(scope, connectionId);
  return issued;
}

async function addMethod(tx: Transaction, connectionId: string, method: SignInMethod): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE connection SET sign_in_methods = sign_in_methods || $2::text, updated_at = now()
      WHERE id = $1 AND NOT ($2 = ANY (sign_in_methods))`,
    [connectionId, method],
  );
  if (rowCount === 0) throw new DomainError("conflict", "sign_in_method_already_enabled", "This sign-in method is already on.");
}

async function issue(tx: Transaction, connectionId: string, method: SignInMethod, federation?: Federation): Promise<IssuedCredential> {
  if (method === "bearer") return issueBearer(tx, connectionId);
  if (method === "basic") return insertBasicCredential(tx, connectionId);
  const clientId = await ensureClient(tx, connectionId);
  if (method === "federation") return setFederation(tx, clientId, federation);
  return { clientId, clientSecret: await insertClientSecret(tx, clientId) };
}

async function setFederation(tx: Transaction, clientId: string, federation?: Federation): Promise<IssuedCredential> {
  if (!federation) throw new DomainError("invalid", "federation_required", "Federation needs the four values that Entra shows.");
  if (!allowsKeyUrl(federation.jwks_url)) {
    throw new DomainError("invalid", "jwks_url_not_allowed", "Keys are fetched from Microsoft's sign-in hosts only.", { field: "jwks_url" });
  }
  await tx.query("UPDATE connection_client SET federation = $2 WHERE id = $1", [clientId, federation]);
  return { clientId };
}

/** A token that an earlier rotation left stays; it was revoked when the method was switched off. */
async function issueBearer(tx: Transaction, connectionId: string): Promise<IssuedCredential> {
  const live = await findLiveToken(tx, connectionId, "current");
  if (live) throw new DomainError("conflict", "sign_in_method_already_enabled", "A bearer token is already in use.");
  return { bearerToken: (await insertToken(tx, connectionId, "current")).bearerToken };
}

async function ensureClient(tx: Transaction, connectionId: string): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO connection_client (id, connection_id, redirect_uris) VALUES ($1, $2, '{}')
     ON CONFLICT (connection_id) DO UPDATE SET connection_id = excluded.connection_id RETURNING id`,
    [uuidv7(), connectionId],
  );
  const [row] = rows;
  if (!row) throw new Error("an upsert returned no row");
  return row.id;
}
