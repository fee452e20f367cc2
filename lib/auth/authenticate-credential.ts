import type { CredentialScope } from "@/lib/contracts/credential-scope";
import { pool } from "@/lib/db/client";
import { hashSecret } from "@/lib/secret";

export type AuthenticatedCredential = { id: string; name: string; scopes: CredentialScope[] };

const SELECT = `
  SELECT c.id, c.name, c.scopes, c.last_used_at < now() - interval '1 minute' OR c.last_used_at IS NULL AS stale
  FROM api_credential c
  WHERE c.secret_hash = $1 AND c.revoked_at IS NULL
    AND EXISTS (SELECT 1 FROM installation i WHERE i.key = 'project_id' AND i.value = to_jsonb($2::text))`;
const TOUCH = `UPDATE api_credential SET last_used_at = now() WHERE id = $1`;

/** Checks `Authorization: Basic project_id:secret`. Null for anything but a live credential of this installation. */
export async function authenticateCredential(authorization: string): Promise<AuthenticatedCredential | null> {
  const pair = parseBasic(authorization);
  if (!pair) return null;
  const values = [hashSecret(pair.secret), pair.projectId];
  const found = await pool().query<AuthenticatedCredential & { stale: boolean }>({ name: "authenticate-credential", text: SELECT, values });
  const row = found.rows[0];
  if (!row) return null;
  if (row.stale) await pool().query({ name: "touch-credential", text: TOUCH, values: [row.id] });
  return { id: row.id, name: row.name, scopes: row.scopes };
}

function parseBasic(authorization: string): { projectId: string; secret: string } | null {
  const encoded = /^basic +([a-z0-9+/=_-]+) *$/i.exec(authorization)?.[1];
  if (!encoded) return null;
  const decoded = Buffer.from(encoded, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  // PostgreSQL text cannot hold NUL: such a pair cannot be ours.
  if (colon < 1 || decoded.includes("\0")) return null;
  return { projectId: decoded.slice(0, colon), secret: decoded.slice(colon + 1) };
}
