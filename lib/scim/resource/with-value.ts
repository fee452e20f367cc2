import type { JsonObject, JsonValue } from "@/lib/scim/resource/resource";

/** A copy with this value under the name, or without the name; the object itself where that changes nothing. */
export function withValue(object: JsonObject, name: string, value: JsonValue | undefined): JsonObject {
  if (object[name] === value) return object;
  if (value !== undefined) return { ...object, [name]: value };
  return Object.fromEntries(Object.entries(object).filter(([each]) => each !== name));
}
