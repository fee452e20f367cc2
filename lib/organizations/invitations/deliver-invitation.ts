import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import { findMailLocale } from "@/lib/mail/find-mail-locale";
import { canSendMail, sendMail } from "@/lib/mail/send-mail";
import { writeInvitationMail } from "@/lib/mail/write-mail";
import type { OrganizationScope } from "@/lib/scope";

export type DeliveredInvitation = { id: string; memberId: string; expiresAt: Date; emailed: boolean; url: string | null };
type Fresh = { id: string; memberId: string; email: string; token: string; expiresAt: Date; vouched: boolean };

/** Sends the link, and shows it to whom may see it: the vendor's staff always, an org admin only where no mail server is set. */
export async function deliverInvitation(scope: OrganizationScope, fresh: Fresh): Promise<DeliveredInvitation> {
  const { id, memberId, expiresAt } = fresh;
  const url = `${env().publicUrl}/invitations/${fresh.token}`;
  const found = await pool().query<{ name: string }>("SELECT name FROM organization WHERE id = $1", [scope.organizationId]);
  const organization = found.rows[0]?.name ?? "";
  const locale = await findMailLocale(fresh.email, { senderId: scope.actor.id });
  const emailed = await sendMail(writeInvitationMail(fresh.email, locale, { url, organization, inviter: scope.actor.type === "user" ? scope.actor.label : null, expiresAt }));
  if (emailed) await pool().query("UPDATE invitation SET emailed_at = now() WHERE id = $1", [id]);
  return { id, memberId, expiresAt, emailed, url: fresh.vouched || !canSendMail() ? url : null };
}
