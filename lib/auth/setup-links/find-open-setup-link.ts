import { pool } from "@/lib/db/client";
import { hashSecret } from "@/lib/secret";

export type OpenSetupLink = {
  id: string;
  organizationId: string;
  organizationName: string;
  logoUrl: string | null;
  brandColor: string | null;
  connectionId: string | null;
  connectionName: string | null;
  identityProvider: string | null;
  /** The person; null when a program did. */
  createdBy: string | null;
  expiresAt: Date;
  /** What it is called where it was made: its note, else whom it was sent to. */
  label: string;
};

const SELECT = `
  SELECT l.id, l.organization_id AS "organizationId", o.name AS "organizationName", o.logo_url AS "logoUrl", o.brand_color AS "brandColor",
         l.connection_id AS "connectionId", c.display_name AS "connectionName", coalesce(c.identity_provider, l.identity_provider) AS "identityProvider",
         CASE WHEN EXISTS (SELECT 1 FROM "user" p WHERE l.created_by IN (p.name, p.email)) THEN l.created_by END AS "createdBy", l.expires_at AS "expiresAt",
         coalesce(nullif(l.note, ''), l.email, '') AS label
    FROM setup_link l JOIN organization o ON o.id = l.organization_id LEFT JOIN connection c ON c.id = l.connection_id
   WHERE l.token_hash = $1 AND l.revoked_at IS NULL AND l.expires_at > now() AND o.status = 'active'
     AND (l.connection_id IS NULL OR c.status <> 'deleted')`;

/** The link that an address opens, or null: unknown, revoked, expired, its connection deleted or its organization suspended all look alike. */
export async function findOpenSetupLink(token: string): Promise<OpenSetupLink | null> {
  const found = await pool().query<OpenSetupLink>({ name: "find-open-setup-link", text: SELECT, values: [hashSecret(token)] });
  return found.rows[0] ?? null;
}
