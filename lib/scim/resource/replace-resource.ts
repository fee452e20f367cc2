import { type QuirkLog, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { requireImmutableKept } from "@/lib/scim/resource/require-immutable-kept";
import { isObject, type JsonObject, type Resource } from "@/lib/scim/resource/resource";
import type { AttributeDefinition } from "@/lib/scim/schema/definition";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/**
 * What a PUT leaves (RFC 7644 section 3.5.1): the incoming resource; what is absent is cleared. Kept are read-only and
 * immutable values, and `active` (tolerance 25: an Okta AIW PUT that lost it must not suspend people). Throws mutability
 * when an immutable value differs.
 */
export function replaceResource(
  schema: ResourceSchema,
  stored: Resource,
  incoming: Resource,
  quirks: QuirkLog = silentQuirkLog,
): Resource {
  const replaced = keepUnwritable(schema.core.attributes, stored, incoming);
  if (replaced.active === undefined && typeof stored.active === "boolean") {
    quirks.note("put_without_active", "active");
    replaced.active = stored.active;
  }
  for (const { id, attributes } of schema.extensions) {
    const before = stored[id];
    if (!isObject(before)) continue;
    const after = keepUnwritable(attributes, before, asObject(incoming[id]));
    if (Object.keys(after).length > 0) replaced[id] = after;
  }
  return replaced;
}

function keepUnwritable(attributes: readonly AttributeDefinition[], stored: JsonObject, incoming: JsonObject): JsonObject {
  const kept: JsonObject = { ...incoming };
  for (const attribute of attributes) {
    const before = stored[attribute.name];
    const after = incoming[attribute.name];
    if (before === undefined) continue;
    if (after !== undefined) requireImmutableKept(attribute, before, after);
    else if (attribute.mutability === "readOnly" || attribute.mutability === "immutable") kept[attribute.name] = before;
  }
  return kept;
}

const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});
