import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { Actor } from "@/lib/scope";
import { hashPassword } from "./hash-password";
import { linkMembers } from "./link-members";
import { openInvitation, type OpenInvitation } from "./open-invitation";
import type { SessionUser } from "./read-session";
import { scopeToOrganization } from "./scope-to-organization";

export type Acceptance = {
  token: string;
  /** With a password an account is made; without one the signed-in user accepts. */
  newAccount: { name: string; password: string } | null;
  user: SessionUser | null;
  remoteAddress: string | null;
};

const CLAIM = `UPDATE invitation SET accepted_at = now() WHERE id = $1 AND accepted_at IS NULL AND revoked_at IS NULL`;
const INSERT_USER = `
  INSERT INTO "user" (id, email, name, password_hash, email_verified)
  VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN now() END) ON CONFLICT (email) DO NOTHING`;
const VERIFY_USER = `UPDATE "user" SET email_verified = coalesce(email_verified, now()) WHERE id = $1`;
const ACTIVATE = `
  UPDATE member SET user_id = $2, status = 'active', name = CASE WHEN name = '' THEN $3 ELSE name END, updated_at = now()
  WHERE id = $1 AND status IN ('invited', 'active')`;

/**
 * Accepts an invitation once: ties the member to the signed-in user of the same e-mail, or to a new one with a password.
 * An existing account is never given a password this way: its owner signs in.
 * @throws DomainError `not_found` (used, revoked, too old), `conflict` (account exists), `forbidden` (signed in as another)
 */
export async function acceptInvitation(acceptance: Acceptance): Promise<{ email: string; organizationSlug: string }> {
  const invitation = await openInvitation(acceptance.token);
  if (!invitation) throw gone();
  const passwordHash = acceptance.newAccount ? await hashPassword(acceptance.newAccount.password) : null;
  await transaction(async (tx) => {
    const claimed = await tx.query(CLAIM, [invitation.id]);
    if (claimed.rowCount === 0) throw gone();
    const user = passwordHash ? await makeUser(tx, invitation, acceptance, passwordHash) : await useSignedIn(tx, invitation, acceptance.user);
    const actor: Actor = { type: "user", id: user.id, label: user.name || invitation.email, remoteAddress: acceptance.remoteAddress };
    await tx.query(ACTIVATE, [invitation.memberId, user.id, user.name]);
    await announceMemberChange(tx, scopeToOrganization(invitation.organizationId, actor), "update", [invitation.memberId]);
    await linkMembers(tx, user.id, acceptance.remoteAddress);
    await audit(tx, invitation, actor);
  });
  return { email: invitation.email, organizationSlug: invitation.organizationSlug };
}

async function makeUser(tx: Transaction, invitation: OpenInvitation, acceptance: Acceptance, passwordHash: string) {
  const user = { id: uuidv7(), name: acceptance.newAccount?.name ?? "" };
  const made = await tx.query(INSERT_USER, [user.id, invitation.email, user.name, passwordHash, invitation.provesEmail]);
  if (made.rowCount === 1) return user;
  throw new DomainError("conflict", "account_exists", `${invitation.email} has an account already. Sign in to accept.`);
}

async function useSignedIn(tx: Transaction, invitation: OpenInvitation, user: SessionUser | null) {
  if (!user) throw new DomainError("unauthorized", "sign_in_required", "Sign in to accept this invitation.");
  if (user.email !== invitation.email) {
    throw new DomainError("forbidden", "other_account", `This invitation is for ${invitation.email}; you are signed in as ${user.email}.`);
  }
  // Signed in and holding a link that went to this e-mail: the same person.
  if (invitation.provesEmail) await tx.query(VERIFY_USER, [user.id]);
  return { id: user.id, name: user.name ?? "" };
}

async function audit(tx: Transaction, invitation: OpenInvitation, actor: Actor): Promise<void> {
  await recordAudit(tx, {
    scope: scopeToOrganization(invitation.organizationId, actor),
    action: "invitation.accept",
    target: { type: "invitation", id: invitation.id, label: invitation.email },
    after: { email: invitation.email },
  });
}

function gone(): DomainError {
  return new DomainError("not_found", "invitation_not_found", "This invitation was used, revoked or is too old. Ask for a new one.");
}
