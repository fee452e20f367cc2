import { formatEtag } from "@/lib/scim/resource/etag";
import { isObject, type JsonObject, type Resource } from "@/lib/scim/resource/resource";
import { enterpriseUserSchemaId } from "@/lib/scim/schema/enterprise-user";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** A group a person is in. */
export type PresentedGroup = { id: string; display: string | null; type: "direct" | "indirect" };
/** A member of a group. */
export type PresentedMember = { id: string; display: string | null; type: "User" | "Group" };

/** What the database knows of a resource. Leave `groups` or `members` out where they are not wanted. */
export type StoredResource = {
  id: string;
  attributes: Resource;
  baseUrl: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** The person whom a User's attributes name as manager, where the id is somebody's. */
  manager?: { id: string; display: string } | null;
  groups?: readonly PresentedGroup[];
  members?: readonly PresentedMember[];
};

/** The full resource as clients see it, with `schemas`, `id`, `meta` (RFC 7643 section 3.1) and its references. */
export function presentResource(schema: ResourceSchema, stored: StoredResource): Resource {
  const { id, baseUrl, groups, members, manager } = stored;
  const attributes = manager ? withManager(stored.attributes, baseUrl, manager) : stored.attributes;
  return {
    schemas: [schema.core.id, ...extensionUrns(schema, attributes)],
    id,
    ...attributes,
    ...(groups === undefined ? {} : { groups: groups.map((group) => presentGroup(baseUrl, group)) }),
    ...(members === undefined ? {} : { members: members.map((member) => presentMember(baseUrl, member)) }),
    meta: presentMeta(schema, stored),
  };
}

/** RFC 7643 section 3: `schemas` may only name what the resource type declares. */
export function extensionUrns(schema: ResourceSchema, attributes: Resource): string[] {
  return Object.keys(attributes).filter((name) => name.includes(":") && schema.extensionsByUrn.has(name.toLowerCase()) && isObject(attributes[name]));
}

/** RFC 7643 section 4.3: address and name of the manager are ours to tell, whatever the client wrote there. */
export function withManager(attributes: Resource, baseUrl: string, { id, display }: { id: string; display: string }): Resource {
  const enterprise = attributes[enterpriseUserSchemaId];
  if (!isObject(enterprise) || !isObject(enterprise.manager)) return attributes;
  const manager: JsonObject = { ...enterprise.manager, $ref: `${baseUrl}/Users/${id}`, displayName: display };
  return { ...attributes, [enterpriseUserSchemaId]: { ...enterprise, manager } };
}

function presentGroup(baseUrl: string, { id, display, type }: PresentedGroup): JsonObject {
  return { value: id, $ref: `${baseUrl}/Groups/${id}`, ...(display === null ? {} : { display }), type };
}

/** Derives what clients leave out (tolerance 12). */
function presentMember(baseUrl: string, { id, display, type }: PresentedMember): JsonObject {
  return { value: id, $ref: `${baseUrl}/${type}s/${id}`, ...(display === null ? {} : { display }), type };
}

/** Entra's validator wants these very spellings, and no null. */
function presentMeta(schema: ResourceSchema, stored: StoredResource): JsonObject {
  return {
    resourceType: schema.resourceType,
    created: stored.createdAt.toISOString(),
    lastModified: stored.updatedAt.toISOString(),
    location: `${stored.baseUrl}${schema.endpoint}/${stored.id}`,
    version: formatEtag(stored.version),
  };
}
