import { createHash, randomBytes } from "node:crypto";

/** SHA-256 of a random secret: what the database keeps. Only for secrets of full entropy; passwords go through argon2id. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret, "utf8").digest();
}

/** A new secret of 256 bits in base64url, after a prefix that tells what it is when it leaks. */
export function makeSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString("base64url")}`;
}
