import { recordAudit } from "@/lib/activity/record-audit";
import { toWireId } from "@/lib/contracts/wire-id";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { lockMember } from "../members/lock-member";
import { checkClaimsSize, claimsTooLarge } from "./check-claims-size";
import type { AuthenticationFactor, MemberSession } from "./member-session";
import { type SessionWish, touchSession } from "./touch-session";

/**
 * Adds a way in which the member proved who they are to a session they have, and extends it as asked; a factor of the same type is replaced.
 * @throws DomainError `forbidden` when the session is another member's, `invalid` claims, `unauthorized` when it ends at this moment
 */
export async function attestSession(scope: OrganizationScope, session: MemberSession, memberId: string, factor: AuthenticationFactor, wish: SessionWish): Promise<MemberSession> {
  checkClaimsSize(wish.customClaims);
  if (session.memberId !== memberId || session.organizationId !== scope.organizationId) {
    throw new DomainError("forbidden", "session_member_mismatch", "The token names another member than the session.");
  }
  return transaction(async (tx) => {
    const member = await lockMember(tx, scope, memberId);
    const touched = await touchSession(session.id, { ...wish, factor }, tx);
    // It was live a moment ago: what is left are its claims, or an end in between, which the next call is told.
    if (!touched) throw claimsTooLarge();
    const target = { type: "member", id: memberId, label: member.name || member.email };
    const told = ({ id, factors, expiresAt }: MemberSession) => ({ member_session_id: toWireId("member-session", id), authentication_factors: factors.map(({ type }) => type), expires_at: expiresAt });
    await recordAudit(tx, { scope, action: "session.attest", target, before: told(session), after: told(touched) });
    return touched;
  });
}
