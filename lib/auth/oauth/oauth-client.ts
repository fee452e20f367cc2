import type { Federation, SignInMethod } from "@/lib/contracts/sign-in-method";
import { hashSecret } from "@/lib/secret";
import { pool } from "@/lib/db/client";

/** A connection as an OAuth 2 client. */
export type OAuthClient = {
  id: string;
  connectionId: string;
  methods: SignInMethod[];
  redirectUris: string[];
  federation: Federation | null;
};

type Row = {
  id: string;
  connection_id: string;
  sign_in_methods: SignInMethod[];
  redirect_uris: string[];
  federation: Federation | null;
  secret_id: string | null;
};

const statement = `
  SELECT k.id, k.connection_id, c.sign_in_methods, k.redirect_uris, k.federation, s.id AS secret_id
    FROM connection_client k
    JOIN connection c ON c.id = k.connection_id AND c.status <> 'deleted'
    LEFT JOIN connection_client_secret s
      ON s.client_id = k.id AND s.hash = $3 AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())
   WHERE k.connection_id = $1 AND k.id::text = $2`;

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The client of a connection by its id; with a secret, only if one of its live secrets is that one. Secrets are looked up
 * by their SHA-256, so that nothing is compared in varying time.
 */
export async function findOAuthClient(connectionId: string, clientId: string, secret: string | null): Promise<OAuthClient | null> {
  if (!isUuid.test(connectionId)) return null;
  const { rows } = await pool().query<Row>({
    name: "find-oauth-client",
    text: statement,
    values: [connectionId, clientId.toLowerCase(), secret === null ? null : hashSecret(secret)],
  });
  const [row] = rows;
  if (!row || (secret !== null && row.secret_id === null)) return null;
  if (row.secret_id !== null) {
    await pool().query("UPDATE connection_client_secret SET last_used_at = now() WHERE id = $1", [row.secret_id]);
  }
  return {
    id: row.id,
    connectionId: row.connection_id,
    methods: row.sign_in_methods,
    redirectUris: row.redirect_uris,
    federation: row.federation,
  };
}
