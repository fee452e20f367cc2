import { type QuirkLog, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { attributeKey } from "@/lib/scim/resource/parse-resource";
import { requireImmutableKept } from "@/lib/scim/resource/require-immutable-kept";
import { isObject, type JsonObject, type Resource } from "@/lib/scim/resource/resource";
import type { AttributeDefinition } from "@/lib/scim/schema/definition";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** The resource of a PUT, and the attributes its body names, the ones it clears included. */
export type Replacement = { resource: Resource; named: ReadonlySet<string> };

/**
 * What a PUT leaves (RFC 7644 section 3.5.1): the incoming resource; what is absent is cleared. Kept are read-only and
 * immutable values, `active` (tolerance 25: an Okta AIW PUT that lost it must not suspend people), and what a plain GET does not show, since a
 * client that sends back what it read must not clear what it never saw; to name it with null clears it. Throws mutability when an immutable value
 * differs.
 */
export function replaceResource(
  schema: ResourceSchema,
  stored: Resource,
  { resource, named }: Replacement,
  quirks: QuirkLog = silentQuirkLog,
): Resource {
  const replaced = keepUnwritable(schema.core.attributes, stored, resource);
  if (replaced.active === undefined && typeof stored.active === "boolean") {
    quirks.note("put_without_active", "active");
    replaced.active = stored.active;
  }
  keepUnseen(replaced, stored, schema.attributes, (name) => schema.extensionsByUrn.has(name.toLowerCase()) || named.has(attributeKey(null, name)));
  for (const { id, attributes } of schema.extensions) {
    const before = stored[id];
    if (!isObject(before)) continue;
    const after = keepUnwritable(attributes, before, asObject(resource[id]));
    keepUnseen(after, before, schema.extensionsByUrn.get(id.toLowerCase())?.attributes, (name) => named.has(attributeKey(id, name)));
    if (Object.keys(after).length > 0) replaced[id] = after;
  }
  return replaced;
}

/** What no schema declares, and what is returned on request or never. */
function keepUnseen(replaced: JsonObject, stored: JsonObject, declared: ReadonlyMap<string, AttributeDefinition> | undefined, isNamed: (name: string) => boolean): void {
  for (const [name, value] of Object.entries(stored)) {
    const returned = declared?.get(name.toLowerCase())?.returned ?? "request";
    if ((returned === "request" || returned === "never") && replaced[name] === undefined && !isNamed(name)) replaced[name] = value;
  }
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
