import { recordAudit } from "@/lib/activity/record-audit";
import { clock } from "@/lib/clock";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { canSendMail } from "@/lib/mail/send-mail";
import type { OrganizationScope } from "@/lib/scope";
import { hashSecret, makeSecret } from "@/lib/secret";
import { INVITATION_MS } from "./create-invitation";
import { deliverInvitation, type DeliveredInvitation } from "./deliver-invitation";

const RENEW = `
  UPDATE invitation i SET token_hash = $3, expires_at = $4, proves_email = $5, emailed_at = NULL FROM member m
  WHERE i.id = $1 AND i.organization_id = $2 AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND m.id = i.member_id
  RETURNING i.member_id AS "memberId", m.email`;

/** Sends an open (or expired) invitation again with a new link; the old link stops working. @throws DomainError `not_found` */
export async function resendInvitation(scope: OrganizationScope, id: string, vouched: boolean): Promise<DeliveredInvitation> {
  const [token, expiresAt] = [makeSecret(""), new Date(clock.now().getTime() + INVITATION_MS)];
  const renewed = await transaction(async (tx) => {
    const values = [id, scope.organizationId, hashSecret(token), expiresAt, vouched || canSendMail()];
    const row = (await tx.query<{ memberId: string; email: string }>(RENEW, values)).rows[0];
    if (!row) throw new DomainError("not_found", "invitation_not_found", "Invitation could not be found.");
    await recordAudit(tx, {
      scope,
      action: "invitation.resend",
      target: { type: "invitation", id, label: row.email },
      after: { email: row.email, expires_at: expiresAt.toISOString() },
    });
    return row;
  });
  return deliverInvitation(scope, { id, ...renewed, token, expiresAt, vouched });
}
