import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { clock } from "@/lib/clock";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import { canSendMail } from "@/lib/mail/send-mail";
import type { OrganizationScope } from "@/lib/scope";
import { hashSecret, makeSecret } from "@/lib/secret";
import { assignOrgAdmin } from "../assign-org-admin";
import { ensureDirectMember } from "../ensure-direct-member";
import { deliverInvitation, type DeliveredInvitation } from "./deliver-invitation";

/** How long an invitation can be accepted: seven days. */
export const INVITATION_MS = 7 * 24 * 60 * 60 * 1000;

export type NewInvitation = {
  email: string;
  name: string;
  /** The vendor's staff (or its API) invites: it may see the link, and whoever holds the link counts as owner of the e-mail. */
  vouched: boolean;
};

const REVOKE_OPEN = `UPDATE invitation SET revoked_at = now() WHERE member_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL`;
const INSERT = `
  INSERT INTO invitation (id, organization_id, member_id, token_hash, expires_at, created_by, proves_email)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

/**
 * Invites an org admin: a member with `org_admin` (status `invited` when new) and a link that works once. An open
 * invitation of the same person is replaced. The link goes by e-mail; in clear it is in the result only for those who may
 * hand it over.
 */
export async function createInvitation(scope: OrganizationScope, wanted: NewInvitation): Promise<DeliveredInvitation> {
  const token = makeSecret("");
  const invitation = await transaction((tx) => write(tx, scope, wanted, token));
  return deliverInvitation(scope, { ...invitation, email: wanted.email, token, vouched: wanted.vouched });
}

async function write(tx: Transaction, scope: OrganizationScope, wanted: NewInvitation, token: string) {
  const member = await ensureDirectMember(tx, scope, { email: wanted.email, name: wanted.name, status: "invited" });
  const promoted = await assignOrgAdmin(tx, scope, member.id);
  if (member.created || promoted) await announceMemberChange(tx, scope, member.created ? "create" : "update", [member.id]);
  await tx.query(REVOKE_OPEN, [member.id]);
  const [id, expiresAt] = [uuidv7(), new Date(clock.now().getTime() + INVITATION_MS)];
  // Without a mail server an org admin sees the link too, so that holding it proves nothing about the e-mail.
  const provesEmail = wanted.vouched || canSendMail();
  const { organizationId, actor } = scope;
  await tx.query(INSERT, [id, organizationId, member.id, hashSecret(token), expiresAt, actor.label, provesEmail]);
  await recordAudit(tx, {
    scope,
    action: "invitation.create",
    target: { type: "invitation", id, label: wanted.email },
    after: { email: wanted.email, expires_at: expiresAt.toISOString() },
  });
  return { id, memberId: member.id, expiresAt };
}
