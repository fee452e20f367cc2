import { z } from "zod";
import { DomainError } from "./errors";
import { seal, unseal } from "./seal";

/** A cursor of any list: what it needs to go on, as a text of URL-safe characters that nobody else can read or make. A place in a list may be a name or an e-mail. */
export function sealCursor(content: readonly (string | number)[]): string {
  return seal(JSON.stringify(content)).toString("base64url");
}

/** What `sealCursor` was given; null for a text that this installation did not make. */
export function openCursor(text: string): unknown[] | null {
  try {
    return z.array(z.unknown()).parse(JSON.parse(unseal(Buffer.from(text, "base64url"))));
  } catch {
    return null;
  }
}

/** A place in the list `name`. */
export function sealPlace(name: string, place: readonly string[]): string {
  return sealCursor([name, ...place]);
}

/** The texts of a place in the list `name`. @throws DomainError `invalid_cursor` for a cursor that is another list's, or nobody's */
export function openPlace(name: string, text: string): string[] {
  const [given, ...place] = openCursor(text) ?? [];
  if (given !== name) throw invalidCursor();
  return place.map(String);
}

export function invalidCursor(): DomainError {
  return new DomainError("invalid", "invalid_cursor", "The cursor is not one of ours.", { fields: { cursor: "invalid" } });
}
