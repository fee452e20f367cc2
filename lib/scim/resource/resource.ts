/** Any JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A JSON object. */
export type JsonObject = { [key: string]: JsonValue };

/**
 * A resource as stored or shown: canonical attribute spelling, extensions under their URN. What is stored has no
 * `schemas`, `id`, `meta`, `groups`, `members` or `password`. Unknown attributes and unknown URNs are kept as sent.
 */
export type Resource = { [attribute: string]: JsonValue };

/** Whether the value is a JSON object (not an array, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The texts in a list; none if it is no list. */
export function readTexts(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
