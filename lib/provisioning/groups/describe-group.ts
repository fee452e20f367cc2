import type { GroupProfile } from "@/lib/directory/groups/stored-group";
import type { Resource } from "@/lib/scim/resource/resource";

/** What a Group resource means to the directory. */
export function describeGroup(resource: Resource): GroupProfile {
  const externalId = typeof resource.externalId === "string" && resource.externalId !== "" ? resource.externalId : null;
  return { displayName: String(resource.displayName), externalId, attributes: resource };
}
