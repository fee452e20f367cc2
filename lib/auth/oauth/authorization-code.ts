import type OAuth2Server from "@node-oauth/oauth2-server";
import { hashSecret } from "@/lib/secret";
import { pool } from "@/lib/db/client";
import { revokeGrant } from "./save-tokens";

type NewCode = Pick<
  OAuth2Server.AuthorizationCode,
  "authorizationCode" | "expiresAt" | "redirectUri" | "scope" | "codeChallenge" | "codeChallengeMethod"
>;

type Row = {
  client_id: string;
  grant_id: string;
  redirect_uri: string;
  scope: string[];
  code_challenge: string | null;
  code_challenge_method: string | null;
  expires_at: Date;
  used_at: Date | null;
};

/** Keeps a code that an admin's consent gave: its hash, bound to client and redirect URI. */
export async function insertAuthorizationCode(
  code: NewCode,
  client: OAuth2Server.Client,
  user: OAuth2Server.User,
): Promise<OAuth2Server.AuthorizationCode> {
  await pool().query(
    `INSERT INTO authorization_code
       (hash, client_id, grant_id, redirect_uri, scope, approved_by, code_challenge, code_challenge_method, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      hashSecret(code.authorizationCode),
      client.id,
      user.grantId,
      code.redirectUri,
      code.scope ?? [],
      user.approvedBy,
      code.codeChallenge ?? null,
      code.codeChallengeMethod ?? null,
      code.expiresAt,
    ],
  );
  return { ...code, client, user };
}

/**
 * The code of that hash. One that was used before ends every token that it gave (RFC 6749 section 4.1.2): somebody else has
 * it too.
 */
export async function findAuthorizationCode(hash: Buffer): Promise<OAuth2Server.AuthorizationCode | null> {
  const { rows } = await pool().query<Row>("SELECT * FROM authorization_code WHERE hash = $1", [hash]);
  const [row] = rows;
  if (!row) return null;
  if (row.used_at) {
    await revokeGrant(row.grant_id);
    return null;
  }
  return {
    authorizationCode: "",
    expiresAt: row.expires_at,
    redirectUri: row.redirect_uri,
    scope: row.scope,
    client: { id: row.client_id, grants: ["authorization_code"] },
    user: { grantId: row.grant_id, grantedBy: "authorization_code", codeHash: hash },
    ...(row.code_challenge ? { codeChallenge: row.code_challenge } : {}),
    ...(row.code_challenge_method ? { codeChallengeMethod: row.code_challenge_method } : {}),
  };
}

/** Marks a code as used. False if another request was faster: then whatever either of them got is revoked. */
export async function claimAuthorizationCode(hash: Buffer, grantId: string): Promise<boolean> {
  const { rowCount } = await pool().query("UPDATE authorization_code SET used_at = now() WHERE hash = $1 AND used_at IS NULL", [hash]);
  if (rowCount === 1) return true;
  await revokeGrant(grantId);
  return false;
}
