import { DomainError } from "@/lib/errors";
import { MOST_CLAIM_BYTES } from "./member-session";

/** @throws DomainError `invalid` when a session's own claims are larger than a JWT should carry */
export function checkClaimsSize(claims: Record<string, unknown> | undefined): void {
  if (claims !== undefined && Buffer.byteLength(JSON.stringify(claims)) > MOST_CLAIM_BYTES) throw claimsTooLarge();
}

/** The one refusal for claims that are too large together. */
export function claimsTooLarge(): DomainError {
  return new DomainError("invalid", "session_custom_claims_too_large", `The custom claims of a session take at most ${MOST_CLAIM_BYTES} bytes together.`);
}
