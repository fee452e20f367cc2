import { createLocalJWKSet, decodeJwt, errors, jwtVerify } from "jose";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { SESSION_CLAIM } from "./sign-session-jwt";
import { findPublishedKeys } from "./signing-keys/find-published-keys";

const SESSION_ID = /^member-session-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * The row id of the session that a JWT of ours names. It may have expired: it is looked up next, and then is what it is.
 * @throws DomainError `unauthorized` unless a published key signed it, for this installation
 */
export async function readSessionJwt(jwt: string, projectId: string): Promise<string> {
  try {
    const keys = createLocalJWKSet({ keys: await findPublishedKeys() });
    const { payload } = await jwtVerify(jwt, keys, { algorithms: ["RS256"], issuer: env().publicUrl, audience: projectId, typ: "JWT", currentDate: issuedAt(jwt) });
    const id = SESSION_ID.exec(String((payload[SESSION_CLAIM] as { id?: unknown } | undefined)?.id))?.[1];
    if (id) return id;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  throw new DomainError("unauthorized", "invalid_session_jwt", "The session JWT was not signed by this installation, or not for this project.");
}

/** As if it were shown the moment it was made. */
function issuedAt(jwt: string): Date {
  return new Date((decodeJwt(jwt).iat ?? 0) * 1000);
}
