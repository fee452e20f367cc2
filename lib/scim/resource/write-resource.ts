import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";
import { extensionUrns, presentMeta, type StoredResource, withManager } from "./present-resource";
import { isDeclared } from "./project-attributes";

const ours = ["schemas", "id", "groups", "members", "meta"];

/**
 * The JSON text of what `presentResource` gives where a projection shows all of it (`isWhole`), without the values between. `groups` is the JSON text of that attribute.
 * Null where only the long way is right: an attribute that no schema declares.
 */
export function writeResource(schema: ResourceSchema, stored: StoredResource, groups: string): string | null {
  const { id, baseUrl, manager } = stored;
  if (!isDeclared(schema, stored.attributes) || ours.some((name) => name in stored.attributes)) return null;
  const attributes = manager ? withManager(stored.attributes, baseUrl, manager) : stored.attributes;
  const schemas = JSON.stringify([schema.core.id, ...extensionUrns(schema, attributes)]);
  const written = JSON.stringify(attributes);
  const own = written === "{}" ? "" : `${written.slice(1, -1)},`;
  return `{"schemas":${schemas},"id":"${id}",${own}"groups":${groups},"meta":${JSON.stringify(presentMeta(schema, stored))}}`;
}
