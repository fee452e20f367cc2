import type { Explanation } from "./explain-refusals";
import { type Candidate, type GivenCredential, TOKEN_LENGTH } from "./read-credential";
import type { Refusal, RefusalCode } from "./refusal";

/** A credential of ours, dead or alive, that a call may have meant. */
export type KnownCredential = {
  connectionId: string;
  organizationId: string;
  connectionName: string;
  kind: string;
  lastFour: string;
  revokedAt: Date | null;
  revokedFor: string | null;
  expiresAt: Date | null;
  deleted: boolean;
};

/** The connection that the address of a call names. */
export type AddressedConnection = { id: string; organizationId: string; signInMethods: string[] };

/**
 * Decides why a call was refused. What belongs to another organization is told to nobody: it counts as unknown. Where the
 * address names no connection, a live token tells whose call it was. Pure.
 */
export function judgeRefusal(given: GivenCredential, addressed: AddressedConnection | null, known: ReadonlyMap<string, KnownCredential>): Explanation {
  const match = given.candidates.map((candidate) => ({ candidate, credential: known.get(candidate.text) })).find(({ credential }) => credential && isOurs(credential, addressed));
  const credential = match?.credential;
  if (!addressed) {
    const lost = credential && isAlive(credential);
    return { refusal: { code: "url_wrong" }, connectionId: lost ? credential.connectionId : null };
  }
  const refusal = credential ? judgeKnown(match.candidate, credential, addressed) : judgeUnknown(given, addressed);
  return { refusal, connectionId: null };
}

function isOurs(credential: KnownCredential, addressed: AddressedConnection | null): boolean {
  return addressed === null || credential.organizationId === addressed.organizationId;
}

function isAlive({ revokedAt, expiresAt, deleted, kind }: KnownCredential): boolean {
  return !deleted && revokedAt === null && (expiresAt === null || expiresAt > new Date()) && (kind === "bearer" || kind === "oauth_access");
}

function judgeKnown(candidate: Candidate, credential: KnownCredential, addressed: AddressedConnection): Refusal {
  const { lastFour: last_four, revokedAt, expiresAt } = credential;
  if (credential.connectionId !== addressed.id) return { code: "token_other_connection", connection: credential.connectionName, last_four };
  if (credential.kind === "client_secret") return { code: "token_is_client_secret" };
  if (credential.kind === "oauth_refresh") return { code: "token_is_refresh_token" };
  if (revokedAt) return { code: ended[credential.revokedFor ?? ""] ?? (credential.kind === "oauth_access" ? "access_token_ended" : "token_revoked"), last_four, at: revokedAt.toISOString() };
  if (expiresAt && expiresAt <= new Date()) return { code: credential.kind === "oauth_access" ? "access_token_ended" : "token_expired", last_four, at: expiresAt.toISOString() };
  if (candidate.as === "basic_password") return { code: "basic_token" };
  return { code: candidate.as === "spaced" ? "token_spaced" : candidate.as === "wrapped" ? "token_wrapped" : "token_wrong", last_four };
}

const ended: Record<string, RefusalCode> = { rotated: "token_rotated", cancelled: "token_cancelled", replaced: "token_replaced" };

function judgeUnknown(given: GivenCredential, addressed: AddressedConnection): Refusal {
  if (given.form === "missing") return { code: "token_missing" };
  if (given.form === "basic") return { code: addressed.signInMethods.includes("basic") ? "basic_wrong" : "basic_off" };
  if (given.form === "token_twice") return { code: "token_twice" };
  if (given.length < TOKEN_LENGTH) return { code: "token_cut", arrived: given.length, whole: TOKEN_LENGTH };
  return { code: "token_wrong" };
}
