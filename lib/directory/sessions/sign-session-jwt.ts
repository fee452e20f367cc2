import { SignJWT } from "jose";
import { env } from "@/lib/env";
import type { MemberSession } from "./member-session";
import { presentSessionClaims } from "./present-session";
import { findSigner } from "./signing-keys/find-signer";

/** How long a JWT of a session is good for; it never outlives the session. */
const JWT_SECONDS = 300;

/** The claim that Stytch's SDK reads the session from. */
export const SESSION_CLAIM = "https://stytch.com/session";

/** The claim that Stytch's SDK reads the organization from. */
const ORGANIZATION_CLAIM = "https://stytch.com/organization";

/** A session as a JWT (RS256) that anyone can verify with the published keys: who, where, and with which roles at this moment. */
export async function signSessionJwt(session: MemberSession, roles: readonly string[], projectId: string): Promise<string> {
  const { kid, key } = await findSigner();
  const issuedAt = Math.floor(session.lastAccessedAt.getTime() / 1000);
  return new SignJWT({
    ...session.customClaims,
    [SESSION_CLAIM]: presentSessionClaims(session, roles),
    [ORGANIZATION_CLAIM]: { organization_id: `organization-${session.organizationId}`, slug: session.organizationSlug },
  })
    .setProtectedHeader({ alg: "RS256", kid, typ: "JWT" })
    .setIssuer(env().publicUrl)
    .setAudience([projectId])
    .setSubject(`member-${session.memberId}`)
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(Math.min(issuedAt + JWT_SECONDS, Math.floor(session.expiresAt.getTime() / 1000)))
    .sign(key);
}
