import type { GroupRoll } from "@/lib/directory/groups/find-group-roll";
import type { GroupMember, StoredGroup } from "@/lib/directory/groups/stored-group";
import { formatEtag } from "@/lib/scim/resource/etag";
import { presentResource } from "@/lib/scim/resource/present-resource";
import { isWhole, projectAttributes, type Projection } from "@/lib/scim/resource/project-attributes";
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

/**
 * The same for a group with its members, which are written straight as text where everything of them is shown: a thousand of them as values are most of the
 * work. Says to the byte what `answerGroup` says.
 */
export function answerGroupRoll(call: ScimSubject, status: number, { group, members }: GroupRoll, projection: Projection): ScimAnswer {
  if (!isWhole(call.schemas.group, projection)) return answerGroup(call, status, { ...group, members }, projection);
  const { body, ...answer } = answerGroup(call, status, group, projection);
  const { meta, ...rest } = body ?? {};
  const written = members.map((member) => writeMember(call.scope.baseUrl, member)).join(",");
  return { ...answer, body: null, text: `${JSON.stringify(rest).slice(0, -1)},"members":[${written}],"meta":${JSON.stringify(meta)}}` };
}

function writeMember(baseUrl: string, { id, display, type }: GroupMember): string {
  return `{"value":"${id}","$ref":"${baseUrl}/${type}s/${id}",${display === null ? "" : `"display":${JSON.stringify(display)},`}"type":"${type}"}`;
}

/** The headers of an answer about one group. */
export function groupHeaders(scope: ConnectionScope, id: string, version: number): { ETag: string; Location: string } {
  return { ETag: formatEtag(version), Location: `${scope.baseUrl}/Groups/${id}` };
}
