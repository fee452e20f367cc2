import type { Resource } from "@/lib/scim/resource/resource";
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
  groups?: readonly PresentedGroup[];
  members?: readonly PresentedMember[];
};

/** The full resource as clients see it. */
export function presentResource(schema: ResourceSchema, stored: StoredResource): Resource {
  throw new Error(`not built yet: ${schema.endpoint}${stored.id}`);
}
