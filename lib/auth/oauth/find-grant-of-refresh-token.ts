import type OAuth2Server from "@node-oauth/oauth2-server";
import { hashSecret } from "@/lib/secret";
import { pool } from "@/lib/db/client";

type Row = { client_id: string; grant_id: string };

const statement = `
  UPDATE connection_token t SET last_used_at = now(), call_count = call_count + 1
    FROM connection_client k
   WHERE k.connection_id = t.connection_id
     AND t.connection_id = $1 AND t.hash = $2 AND t.kind = 'oauth_refresh' AND t.revoked_at IS NULL
  RETURNING k.id AS client_id, t.grant_id`;

/**
 * The grant behind a refresh token. Okta does not say whether it stores a rotated one, so the same token serves for ever,
 * until the method, the connection or the grant ends.
 */
export async function findGrantOfRefreshToken(connectionId: string, token: string): Promise<OAuth2Server.RefreshToken | null> {
  const { rows } = await pool().query<Row>(statement, [connectionId, hashSecret(token)]);
  const [row] = rows;
  if (!row) return null;
  return {
    refreshToken: token,
    scope: ["scim"],
    client: { id: row.client_id, grants: ["refresh_token"] },
    user: { grantId: row.grant_id, grantedBy: "authorization_code" },
  };
}
