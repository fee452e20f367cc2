import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";
import { extensionUrns, type StoredResource, withManager } from "./present-resource";
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
  const urns = extensionUrns(schema, attributes);
  const schemas = urns.length === 0 ? `"${schema.core.id}"` : `"${schema.core.id}","${urns.join('","')}"`;
  const written = JSON.stringify(attributes);
  const own = written === "{}" ? "" : `${written.slice(1, -1)},`;
  return `{"schemas":[${schemas}],"id":"${id}",${own}"groups":${groups},"meta":${writeMeta(schema, stored)}}`;
}

/** What `presentMeta` says; no value of it needs escaping. */
function writeMeta({ resourceType, endpoint }: ResourceSchema, { id, baseUrl, version, createdAt, updatedAt }: StoredResource): string {
  return `{"resourceType":"${resourceType}","created":"${createdAt.toISOString()}","lastModified":"${updatedAt.toISOString()}","location":"${baseUrl}${endpoint}/${id}","version":"W/\\"${version}\\""}`;
}
