import { invalidFilter, type ScimError } from "@/lib/scim/errors";
import { isStorable } from "@/lib/scim/schema/data-types";

/** A token of a filter or of a PATCH path; `at` is its offset, for messages. */
export type Token =
  | { readonly kind: "(" | ")" | "[" | "]"; readonly at: number }
  | { readonly kind: "word"; readonly text: string; readonly at: number }
  | { readonly kind: "string"; readonly text: string; readonly at: number }
  | { readonly kind: "end"; readonly at: number };

const maxBytes = 8 * 1024;

/**
 * Splits a filter (RFC 7644 figure 1) or a PATCH path (figure 7) into brackets, JSON strings and words. A word reaches
 * to the next space, bracket or quote, so URNs, numbers and unquoted values are words.
 */
export function tokenize(text: string, refuse: (detail: string) => ScimError = invalidFilter): Token[] {
  requireShort(text, refuse);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (isSpace(character)) {
      at += 1;
    } else if (isBracket(character)) {
      tokens.push({ kind: character, at });
      at += 1;
    } else {
      const end = character === '"' ? endOfString(text, at, refuse) : endOfWord(text, at);
      const lexeme = text.slice(at, end);
      tokens.push(
        character === '"'
          ? { kind: "string", text: decodeString(lexeme, at, refuse), at }
          : { kind: "word", text: lexeme, at },
      );
      at = end;
    }
  }
  tokens.push({ kind: "end", at });
  return tokens;
}

function requireShort(text: string, refuse: (detail: string) => ScimError): void {
  // A UTF-16 unit takes at most three bytes of UTF-8: short texts need no counting.
  if (text.length * 3 > maxBytes && new TextEncoder().encode(text).length > maxBytes) {
    throw refuse(`The expression is longer than ${maxBytes} bytes.`);
  }
  if (!isStorable(text)) throw refuse("The expression holds a NUL or an unpaired surrogate.");
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isDelimiter(text.charAt(at))) at += 1;
  return at;
}

function endOfString(text: string, start: number, refuse: (detail: string) => ScimError): number {
  let at = start + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    at += character === "\\" ? 2 : 1;
  }
  throw refuse(`The quoted value at position ${start + 1} does not end.`);
}

/** RFC 7644 section 3.4.2.2: a value is a JSON string, with JSON's escapes. */
function decodeString(lexeme: string, at: number, refuse: (detail: string) => ScimError): string {
  const text = parseJsonString(lexeme);
  if (text === null) throw refuse(`The quoted value at position ${at + 1} is not a JSON string.`);
  if (!isStorable(text)) throw refuse("The expression holds a NUL or an unpaired surrogate.");
  return text;
}

function parseJsonString(lexeme: string): string | null {
  try {
    const value: unknown = JSON.parse(lexeme);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

const isSpace = (character: string): boolean =>
  character === " " || character === "\t" || character === "\n" || character === "\r";
const isBracket = (character: string): character is "(" | ")" | "[" | "]" =>
  character === "(" || character === ")" || character === "[" || character === "]";
const isDelimiter = (character: string): boolean => isSpace(character) || isBracket(character) || character === '"';
