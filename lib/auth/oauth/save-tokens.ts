import type OAuth2Server from "@node-oauth/oauth2-server";
import { uuidv7 } from "uuidv7";
import { hashSecret } from "@/lib/secret";
import { pool } from "@/lib/db/client";
import { transaction, type Transaction } from "@/lib/db/transaction";

/**
 * Stores the hashes of an access token and, where one was made, of its refresh token. A grant that was revoked meanwhile gives
 * nothing. Access tokens that ran out a day ago are cleared on the way.
 */
export async function saveTokens(
  connectionId: string,
  token: OAuth2Server.Token,
  client: OAuth2Server.Client,
  user: OAuth2Server.User,
): Promise<OAuth2Server.Token> {
  const grant = { connectionId, grantId: String(user.grantId), grantedBy: String(user.grantedBy) };
  await transaction(async (tx) => {
    await tx.query(
      "DELETE FROM connection_token WHERE connection_id = $1 AND kind = 'oauth_access' AND expires_at < now() - interval '1 day'",
      [connectionId],
    );
    await insertToken(tx, { ...grant, kind: "oauth_access", token: token.accessToken, expiresAt: token.accessTokenExpiresAt ?? null });
    if (token.refreshToken) await insertToken(tx, { ...grant, kind: "oauth_refresh", token: token.refreshToken, expiresAt: null });
  });
  return { ...token, client, user };
}

type NewToken = {
  connectionId: string;
  grantId: string;
  grantedBy: string;
  kind: "oauth_access" | "oauth_refresh";
  token: string;
  expiresAt: Date | null;
};

async function insertToken(tx: Transaction, { connectionId, grantId, grantedBy, kind, token, expiresAt }: NewToken): Promise<void> {
  await tx.query(
    `INSERT INTO connection_token (id, connection_id, kind, hash, last_four, grant_id, granted_by, expires_at)
     VALUES ($1, $2, $3::token_kind, $4, $5, $6, $7, $8)`,
    [uuidv7(), connectionId, kind, hashSecret(token), token.slice(-4), grantId, grantedBy, expiresAt],
  );
}

/** Ends every token of a grant at once. True if there was one. */
export async function revokeGrant(grantId: string): Promise<boolean> {
  const { rowCount } = await pool().query("UPDATE connection_token SET revoked_at = now() WHERE grant_id = $1 AND revoked_at IS NULL", [
    grantId,
  ]);
  return (rowCount ?? 0) > 0;
}
