import { createHash, randomBytes } from "node:crypto";

export type NewSecret = { secret: string; hash: Buffer; lastFour: string };

/**
 * Makes a secret of 256 random bits. Only its SHA-256 and last four characters are stored: with so much entropy a slow hash
 * would protect nothing and cost every call. It begins and ends with a letter or digit, so that double-click selects it whole.
 */
export function makeSecret(): NewSecret {
  const secret = randomBytes(32).toString("base64url").replace(/^[-_]|[-_]$/g, "0");
  return { secret, hash: hashSecret(secret), lastFour: secret.slice(-4) };
}

/** SHA-256 of a secret, as stored. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
