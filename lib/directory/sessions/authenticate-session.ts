import { checkClaimsSize, claimsTooLarge } from "./check-claims-size";
import type { InstallationScope } from "@/lib/scope";
import { findSession, type SessionKey } from "./find-session";
import type { MemberSession } from "./member-session";
import { type SessionWish, touchSession } from "./touch-session";

/**
 * Checks that a session is live, extends it as asked, and answers what it is now. `allow` may refuse before anything changes.
 * @throws DomainError `not_found`, `unauthorized` (ended or expired), `invalid` (claims too large), and what `allow` throws
 */
export async function authenticateSession(
  scope: InstallationScope,
  key: SessionKey,
  wish: SessionWish,
  allow: (session: MemberSession) => Promise<void>,
): Promise<MemberSession> {
  checkClaimsSize(wish.customClaims);
  const session = await findSession(scope, key);
  await allow(session);
  const touched = await touchSession(session.id, wish);
  if (touched) return touched;
  // It ended in this moment, and then is refused as such; or its claims grew too large.
  await findSession(scope, key);
  throw claimsTooLarge();
}
