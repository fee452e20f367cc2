import { recordAudit } from "@/lib/activity/record-audit";
import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { findMailLocale } from "@/lib/mail/find-mail-locale";
import { sendMail } from "@/lib/mail/send-mail";
import { writeExpiryMail } from "@/lib/mail/write-mail";
import { findAdmins } from "@/lib/organizations/find-admins";
import type { OrganizationScope } from "@/lib/scope";

type Due = {
  connectionId: string;
  connection: string;
  organizationId: string;
  organization: string;
  slug: string;
  lastFour: string;
  expiresAt: Date;
  days: number;
};

// A token that lives shorter than a warning's lead is not warned of by it. Whoever updates the row first tells it: the others find it told.
const CLAIM = `
  UPDATE connection_token t SET warned_days = w.days
    FROM connection c, organization o, connection_token x
   CROSS JOIN LATERAL (
     SELECT min(d) AS days FROM unnest(ARRAY[1, 7, 14, 30]) d
      WHERE x.expires_at <= now() + d * interval '1 day' AND d * interval '1 day' < x.expires_at - x.created_at) w
   WHERE x.id = t.id AND t.kind = 'bearer' AND t.slot IS NOT NULL AND t.revoked_at IS NULL AND t.expires_at > now()
     AND c.id = t.connection_id AND c.status <> 'deleted' AND o.id = c.organization_id AND o.status = 'active'
     AND w.days IS NOT NULL AND (t.warned_days IS NULL OR t.warned_days > w.days)
  RETURNING c.id AS "connectionId", c.display_name AS connection, o.id AS "organizationId", o.name AS organization, o.slug,
    t.last_four AS "lastFour", t.expires_at AS "expiresAt", t.warned_days AS days`;

/**
 * Tells the admins of an organization that a token of one of its connections ends in 30, 14, 7 or 1 days: each once, in the
 * audit log always and by e-mail when a mail server is set. Safe with several workers. Returns how many warnings it gave.
 */
export async function warnOfTokenExpiry(): Promise<number> {
  const due = await transaction(async (tx) => {
    const { rows } = await tx.query<Due>(CLAIM);
    for (const each of rows) {
      await recordAudit(tx, {
        scope: scopeOf(each),
        action: "connection.token_expiry",
        target: { type: "connection", id: each.connectionId, label: each.connection },
        after: { token_last_four: each.lastFour, days: each.days, expires_at: each.expiresAt.toISOString() },
      });
    }
    return rows;
  });
  for (const each of due) await tellAdmins(each);
  return due.length;
}

async function tellAdmins(due: Due): Promise<void> {
  const url = `${env().publicUrl}/organizations/${due.slug}/connections/${due.connectionId}`;
  const admins = await findAdmins(scopeOf(due));
  await Promise.all(admins.map(async ({ email }) => sendMail(writeExpiryMail(email, await findMailLocale(email), { ...due, url }))));
}

function scopeOf(due: Due): OrganizationScope {
  return scopeToOrganization(due.organizationId, { type: "system", id: null, label: "Rollcall", remoteAddress: null });
}
