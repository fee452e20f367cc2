import { pool } from "@/lib/db/client";
import { hashSecret } from "@/lib/secret";

/** Someone inside a set-up link. */
export type SetupSession = {
  linkId: string;
  name: string;
  organizationId: string;
  organizationName: string;
  logoUrl: string | null;
  brandColor: string | null;
  /** The one connection it leads to; null before it has made one. */
  connectionId: string | null;
  identityProvider: string | null;
  linkExpiresAt: Date;
};

const SELECT = `
  SELECT l.id AS "linkId", u.name, l.organization_id AS "organizationId", o.name AS "organizationName", o.logo_url AS "logoUrl",
         o.brand_color AS "brandColor", l.connection_id AS "connectionId", l.identity_provider AS "identityProvider", l.expires_at AS "linkExpiresAt",
         u.last_seen_at < now() - interval '1 minute' AS stale
    FROM setup_link_use u JOIN setup_link l ON l.id = u.setup_link_id JOIN organization o ON o.id = l.organization_id
    LEFT JOIN connection c ON c.id = l.connection_id
   WHERE u.secret_hash = $1 AND u.expires_at > now() AND l.revoked_at IS NULL AND l.expires_at > now() AND o.status = 'active'
     AND (l.connection_id IS NULL OR c.status <> 'deleted')`;
const TOUCH = `UPDATE setup_link_use SET last_seen_at = now() WHERE secret_hash = $1`;

/** Who is inside, by the secret in their cookie, or null. Asked anew for every request, so that a revoked link ends at once. */
export async function readSetupSession(secret: string | undefined): Promise<SetupSession | null> {
  if (!secret) return null;
  const hash = hashSecret(secret);
  const found = await pool().query<SetupSession & { stale: boolean }>({ name: "read-setup-session", text: SELECT, values: [hash] });
  const row = found.rows[0];
  if (!row) return null;
  const { stale, ...session } = row;
  if (stale) await pool().query({ name: "touch-setup-session", text: TOUCH, values: [hash] });
  return session;
}
