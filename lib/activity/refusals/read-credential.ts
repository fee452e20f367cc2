/** A text that may be a credential of ours, and what was wrong around it if it is. */
export type Candidate = { text: string; as: "whole" | "spaced" | "wrapped" | "basic" | "basic_password" };

export type GivenCredential = { form: "missing" | "token" | "token_twice" | "basic"; length: number; candidates: Candidate[] };

/** Every token of ours has as many characters: 256 bits in base64url. */
export const TOKEN_LENGTH = 43;

const mostWindows = 64;
const alphabet = /[A-Za-z0-9_-]/;

/**
 * Reads what an Authorization header may have meant, for looking up which mistake it was: the text itself, without the spaces
 * in it, and any stretch of it that is as long as a token (quotation marks, `%0A`, "Token:" or a scheme around it). Pure.
 */
export function readCredential(authorization: string | undefined): GivenCredential {
  let rest = (authorization ?? "").trim();
  let schemes = 0;
  for (; /^bearer(\s|$)/i.test(rest); schemes++) rest = rest.slice("bearer".length).trim();
  if (rest === "") return { form: "missing", length: 0, candidates: [] };
  if (/^basic\s/i.test(rest)) return readBasic(rest.slice("basic".length).trim());
  const packed = rest.replace(/\s+/g, "");
  const candidates: Candidate[] = [{ text: rest, as: "whole" }];
  if (packed !== rest) candidates.push({ text: packed, as: "spaced" });
  candidates.push(...windowsOf(packed).map((text): Candidate => ({ text, as: packed === rest ? "wrapped" : "spaced" })));
  return { form: schemes > 1 ? "token_twice" : "token", length: packed.length, candidates };
}

function readBasic(encoded: string): GivenCredential {
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  const password = pair.slice(colon + 1).trim();
  const candidates: Candidate[] = [{ text: pair, as: "basic" }];
  for (const text of [password, pair.slice(0, Math.max(0, colon)).trim()]) if (text) candidates.push({ text, as: "basic_password" });
  return { form: "basic", length: password.length, candidates };
}

function windowsOf(text: string): string[] {
  const found: string[] = [];
  for (let from = 0; from + TOKEN_LENGTH <= text.length && found.length < mostWindows; from++) {
    const window = text.slice(from, from + TOKEN_LENGTH);
    if (window !== text && [...window].every((letter) => alphabet.test(letter))) found.push(window);
  }
  return found;
}
