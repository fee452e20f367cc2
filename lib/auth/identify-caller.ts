import type { CredentialScope } from "@/lib/contracts/credential-scope";
import { DomainError } from "@/lib/errors";
import type { Actor } from "@/lib/scope";
import { authenticateCredential } from "./authenticate-credential";
import { type CallingMember, identifyMember, type MemberSessionHeaders } from "./identify-member";
import { readSession, type SessionUser } from "./read-session";
import { scopeToInstallation } from "./scope-to-installation";

export type Credentials = { authorization: string | null; sessionCookie: string | undefined; remoteAddress: string | null; memberSession?: MemberSessionHeaders };

/**
 * Who calls the management API: an API credential with its `scopes`, or a person with a portal session (`user`). A credential
 * may call on behalf of a `member`: then it may do no more than that member's roles allow.
 */
export type Caller = { actor: Actor; user: SessionUser | null; scopes?: readonly CredentialScope[]; member?: CallingMember };

/** Finds the caller by Basic credentials or session cookie. @throws DomainError `unauthorized` when neither is good. */
export async function identifyCaller(given: Credentials): Promise<Caller> {
  if (given.authorization !== null) return identifyCredential(given.authorization, given);
  const user = await readSession(given.sessionCookie);
  if (!user) throw new DomainError("unauthorized", "sign_in_required", "Sign in, or send Basic credentials.");
  return { actor: { type: "user", id: user.id, label: user.name || user.email, remoteAddress: given.remoteAddress }, user };
}

async function identifyCredential(authorization: string, { remoteAddress, memberSession }: Credentials): Promise<Caller> {
  const credential = await authenticateCredential(authorization);
  if (!credential) throw new DomainError("unauthorized", "unauthorized_credentials", "Unauthorized credentials.");
  const actor: Actor = { type: "credential", id: credential.id, label: credential.name || "API credential", remoteAddress };
  const member = memberSession ? await identifyMember(scopeToInstallation(actor), memberSession) : null;
  // Who decided is the member; the credential only carried it.
  if (member) return { actor: { ...actor, label: `${member.label} (${actor.label})` }, user: null, scopes: credential.scopes, member };
  return { actor, user: null, scopes: credential.scopes };
}
