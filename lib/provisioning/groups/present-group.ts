import type { StoredGroup } from "@/lib/directory/groups/stored-group";
import { formatEtag } from "@/lib/scim/resource/etag";
import { presentResource } from "@/lib/scim/resource/present-resource";
import { projectAttributes, type Projection } from "@/lib/scim/resource/project-attributes";
import type { Resource } from "@/lib/scim/resource/resource";
import type { ConnectionScope } from "@/lib/scope";
import type { ScimAnswer, ScimSubject } from "../scim-call";

/** A group as its IdP sees it. */
export function presentGroup({ scope, schemas }: ScimSubject, stored: StoredGroup, projection: Projection): Resource {
  return projectAttributes(schemas.group, presentResource(schemas.group, { ...stored, baseUrl: scope.baseUrl }), projection);
}

/** One group as an answer, with its version and its address. */
export function answerGroup(call: ScimSubject, status: number, stored: StoredGroup, projection: Projection): ScimAnswer {
  const headers = groupHeaders(call.scope, stored.id, stored.version);
  return { status, body: presentGroup(call, stored, projection), headers: { ...headers, "Content-Location": headers.Location }, resourceId: stored.id };
}

/** The headers of an answer about one group. */
export function groupHeaders(scope: ConnectionScope, id: string, version: number): { ETag: string; Location: string } {
  return { ETag: formatEtag(version), Location: `${scope.baseUrl}/Groups/${id}` };
}
