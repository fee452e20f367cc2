import { invalidSyntax, invalidValue } from "@/lib/scim/errors";
import { isObject, type JsonObject } from "@/lib/scim/resource/resource";
import { isStorable } from "@/lib/scim/schema/data-types";

const maxDepth = 20;

/** Names that would reach into JavaScript's own objects; no identity provider sends them. */
const forbiddenNames: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * The body as a JSON object that can be processed and stored: no more than 20 levels deep, no NUL and no unpaired
 * surrogate (PostgreSQL refuses both), no number beyond what a double holds, no name such as `__proto__`.
 */
export function requireSafeObject(body: unknown, what: string): JsonObject {
  if (!isObject(body)) throw invalidSyntax(`${what} must be a JSON object.`);
  requireSafe(body, 0);
  return body;
}

/** Refuses a name that would reach into JavaScript's own objects; returns it otherwise. */
export function requireSafeName(name: string): string {
  if (forbiddenNames.has(name)) throw invalidValue(`"${name}" cannot be the name of an attribute.`);
  return name;
}

function requireSafe(value: unknown, depth: number): void {
  if (typeof value === "string") requireStorable(value);
  else if (typeof value === "number") requireFinite(value);
  else if (typeof value === "object" && value !== null) {
    if (depth >= maxDepth) throw invalidValue(`The body nests deeper than ${maxDepth} levels.`);
    if (Array.isArray(value)) for (const element of value) requireSafe(element, depth + 1);
    else for (const name of Object.keys(value)) requireSafeMember(name, (value as JsonObject)[name], depth);
  }
}

function requireSafeMember(name: string, value: unknown, depth: number): void {
  requireSafeName(name);
  requireStorable(name);
  requireSafe(value, depth + 1);
}

function requireStorable(text: string): void {
  if (!isStorable(text)) throw invalidValue("A text in the body holds a NUL or an unpaired surrogate.");
}

function requireFinite(value: number): void {
  if (!Number.isFinite(value)) throw invalidValue("A number in the body is too large.");
}
