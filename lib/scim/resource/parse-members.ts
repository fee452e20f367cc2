import { invalidValue, tooMany } from "@/lib/scim/errors";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { requireSafeObject } from "@/lib/scim/resource/require-safe-json";
import { isObject, type JsonObject, type JsonValue } from "@/lib/scim/resource/resource";

export const maxMembers = 20_000;

/**
 * The ids in a `members` value, each once: none for null or nothing. Tolerance 12: `$ref: null`, `display: null` and a
 * missing `type` are normal; so are a bare id and a member with a `$ref` alone. Throws invalidValue or tooMany.
 */
export function parseMembers(value: unknown, quirks: QuirkLog): string[] {
  if (value === undefined || value === null) return [];
  const { members } = requireSafeObject({ members: value }, "A membership");
  const list = Array.isArray(members) ? members : [members ?? null];
  if (list.length > maxMembers) {
    throw tooMany(`The request names ${list.length} members; at most ${maxMembers} are accepted at once.`);
  }
  return [...new Set(list.map((member) => readMember(member, quirks)))];
}

function readMember(member: JsonValue, quirks: QuirkLog): string {
  if (typeof member === "string" && member !== "") {
    quirks.note("bare_element", "members");
    return member;
  }
  if (!isObject(member)) throw invalidValue('Each of the members must be an object with a "value".');
  if (member.$ref === null || member.display === null) quirks.note("null_ref", "members");
  const id = readKey(member, "value") ?? readReference(member);
  if (typeof id !== "string" || id === "") throw invalidValue('Each of the members needs its id as "value".');
  return id;
}

/** Sub-attribute names are case-insensitive (RFC 7643 section 2.1). */
function readKey(member: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(member, name)) return member[name];
  const key = Object.keys(member).find((each) => each.toLowerCase() === name);
  return key === undefined ? undefined : member[key];
}

function readReference({ $ref }: JsonObject): string | undefined {
  return typeof $ref === "string" ? $ref.split("/").at(-1) : undefined;
}
