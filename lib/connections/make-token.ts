import { randomBytes } from "node:crypto";
import { hashSecret } from "@/lib/secret";

export type NewToken = { bearerToken: string; hash: Buffer; lastFour: string };

/**
 * Makes a bearer token: 256 random bits in base64url. Only `hash` (SHA-256) and `lastFour` are ever stored; a token with
 * this much entropy needs no slow hash. Tokens that begin or end with `-` or `_` are drawn again: some forms and
 * double-click selections cut them off.
 */
export function makeToken(): NewToken {
  let bearerToken: string;
  do {
    bearerToken = randomBytes(32).toString("base64url");
  } while (/^[-_]|[-_]$/.test(bearerToken));
  return { bearerToken, hash: hashSecret(bearerToken), lastFour: bearerToken.slice(-4) };
}
