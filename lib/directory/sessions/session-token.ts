import { deriveSecret } from "@/lib/seal";
import { hashSecret } from "@/lib/secret";

/**
 * The opaque token of a session: 256 bits that only this installation can derive from the session's id, so that whoever shows
 * a valid JWT can be given the token too. The database keeps its SHA-256 alone.
 */
export function sessionToken(sessionId: string): string {
  return deriveSecret("member session token", sessionId);
}

/** What the database keeps of a token, and finds it by. */
export function sessionTokenHash(token: string): Buffer {
  return hashSecret(token);
}
