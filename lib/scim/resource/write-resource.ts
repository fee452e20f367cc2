import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";
import { enterpriseUserSchemaId } from "@/lib/scim/schema/enterprise-user";
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

/** What is stored of a person, with the attributes as JSON text and times in milliseconds since 1970. */
export type StandardPerson = Omit<StoredResource, "attributes" | "groups" | "members" | "createdAt" | "updatedAt"> & { attributes: string; enterprise: boolean; createdAt: number; updatedAt: number };

/**
 * The same of a person of whom the core schema, and the enterprise extension where `enterprise` says that it is there, declare all attributes. They stay as they are written: blanks between
 * them mean nothing. Null where only the long way is right: a manager of whom more is stored than the id.
 */
export function writeStandardPerson({ core, endpoint }: ResourceSchema, stored: StandardPerson, groups: string): string | null {
  const { id, baseUrl, version, manager, enterprise, createdAt, updatedAt } = stored;
  const attributes = manager ? tellManager(stored.attributes, baseUrl, manager) : stored.attributes;
  if (attributes === null || attributes === "{}") return null;
  const schemas = enterprise ? `"${core.id}","${enterpriseUserSchemaId}"` : `"${core.id}"`;
  const meta = `"resourceType":"User","created":"${writeTime(createdAt)}","lastModified":"${writeTime(updatedAt)}","location":"${baseUrl}${endpoint}/${id}","version":"W/\\"${version}\\""`;
  return `{"schemas":[${schemas}],"id":"${id}",${attributes.slice(1, -1)},"groups":${groups},"meta":{${meta}}}`;
}

const managerStart = '"manager": {"value": "';

/** What `withManager` says. PostgreSQL writes extensions last, as their names are the longest, and in this one the manager first, whose id has the length of a uuid. */
function tellManager(attributes: string, baseUrl: string, { id, display }: NonNullable<StoredResource["manager"]>): string | null {
  const start = attributes.lastIndexOf(managerStart);
  const end = start + managerStart.length + id.length + 1;
  if (start < 0 || attributes[end - 1] !== '"' || attributes[end] !== "}") return null;
  return `${attributes.slice(0, end)},"$ref":"${baseUrl}/Users/${id}","displayName":${JSON.stringify(display)}${attributes.slice(end)}`;
}

// One for all: that it is made anew for each time of each person can be seen in a page.
const clock = new Date(0);

function writeTime(milliseconds: number): string {
  clock.setTime(milliseconds);
  return clock.toISOString();
}

/** What `presentMeta` says; no value of it needs escaping. */
function writeMeta({ resourceType, endpoint }: ResourceSchema, { id, baseUrl, version, createdAt, updatedAt }: StoredResource): string {
  return `{"resourceType":"${resourceType}","created":"${createdAt.toISOString()}","lastModified":"${updatedAt.toISOString()}","location":"${baseUrl}${endpoint}/${id}","version":"W/\\"${version}\\""}`;
}
