import type { StoredGroup } from "@/lib/directory/groups/stored-group";
import { formatEtag } from "@/lib/scim/resource/etag";
import { presentResource } from "@/lib/scim/resource/present-resource";
import { projectAttributes, type Projection } from "@/lib/scim/resource/project-attributes";
import type { Resource } from "@/lib/scim/resource/resource";
import { groupResource } from "@/lib/scim/schema/resource-schema";
import type { ConnectionScope } from "@/lib/scope";
import type { ScimAnswer } from "../scim-call";

/** A group as its IdP sees it. */
export function presentGroup(scope: ConnectionScope, stored: StoredGroup, projection: Projection): Resource {
  return projectAttributes(groupResource, presentResource(groupResource, { ...stored, baseUrl: scope.baseUrl }), projection);
}

/** One group as an answer, with its version and its address. */
export function answerGroup(scope: ConnectionScope, status: number, stored: StoredGroup, projection: Projection): ScimAnswer {
  return { status, body: presentGroup(scope, stored, projection), headers: groupHeaders(scope, stored.id, stored.version), resourceId: stored.id };
}

/** The headers of an answer about one group. */
export function groupHeaders(scope: ConnectionScope, id: string, version: number): Record<string, string> {
  return { ETag: formatEtag(version), Location: `${scope.baseUrl}/Groups/${id}` };
}
