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

/**
 * The same from how the text begins, up to the value of `groups`, but for what is told of the manager, who then is `{"value":"…"}` with a uuid. Extensions come last, as
 * their names are the longest, and the manager first in theirs.
 */
export function completeResource(schema: ResourceSchema, shown: string, stored: Omit<StoredResource, "attributes">, groups: string): string {
  const { baseUrl, manager } = stored;
  const begun = manager ? tellManager(shown, baseUrl, manager) : shown;
  return `${begun}${groups},"meta":${writeMeta(schema, stored)}}`;
}

const managerStart = '"manager":{"value":"';

/** What `withManager` says. */
function tellManager(shown: string, baseUrl: string, { id, display }: NonNullable<StoredResource["manager"]>): string {
  const end = shown.lastIndexOf(managerStart) + managerStart.length + id.length + 1;
  return `${shown.slice(0, end)},"$ref":"${baseUrl}/Users/${id}","displayName":${JSON.stringify(display)}${shown.slice(end)}`;
}

/** What `presentMeta` says; no value of it needs escaping. */
function writeMeta({ resourceType, endpoint }: ResourceSchema, { id, baseUrl, version, createdAt, updatedAt }: Omit<StoredResource, "attributes">): string {
  return `{"resourceType":"${resourceType}","created":"${createdAt.toISOString()}","lastModified":"${updatedAt.toISOString()}","location":"${baseUrl}${endpoint}/${id}","version":"W/\\"${version}\\""}`;
}
