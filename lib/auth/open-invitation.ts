import { pool } from "@/lib/db/client";
import { hashSecret } from "@/lib/secret";

export type OpenInvitation = {
  id: string;
  organizationId: string;
  organizationName: string;
  organizationSlug: string;
  logoUrl: string | null;
  brandColor: string | null;
  memberId: string;
  email: string;
  name: string;
  /** The person; null when a program did. */
  invitedBy: string | null;
  provesEmail: boolean;
  /** Someone signs in with this e-mail already: they accept signed in. */
  accountExists: boolean;
};

const SELECT = `
  SELECT i.id, i.organization_id AS "organizationId", o.name AS "organizationName", o.slug AS "organizationSlug", o.logo_url AS "logoUrl", o.brand_color AS "brandColor",
         m.id AS "memberId", m.email_key AS email, m.name, CASE WHEN EXISTS (SELECT 1 FROM "user" p WHERE i.created_by IN (p.name, p.email)) THEN i.created_by END AS "invitedBy", i.proves_email AS "provesEmail",
         EXISTS (SELECT 1 FROM "user" u WHERE u.email = m.email_key) AS "accountExists"
  FROM invitation i JOIN organization o ON o.id = i.organization_id JOIN member m ON m.id = i.member_id
  WHERE i.token_hash = $1 AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
    AND m.status IN ('invited', 'active') AND o.status = 'active'`;

/** The invitation that a link opens, or null when it was used, revoked, replaced or is too old. */
export async function openInvitation(token: string): Promise<OpenInvitation | null> {
  const found = await pool().query<OpenInvitation>({ name: "open-invitation", text: SELECT, values: [hashSecret(token)] });
  return found.rows[0] ?? null;
}
