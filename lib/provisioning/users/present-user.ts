import type { StoredRegistration } from "@/lib/directory/registrations/registration";
import { formatEtag } from "@/lib/scim/resource/etag";
import { presentResource } from "@/lib/scim/resource/present-resource";
import { projectAttributes, type Projection } from "@/lib/scim/resource/project-attributes";
import type { Resource } from "@/lib/scim/resource/resource";
import type { ScimAnswer, ScimSubject } from "../scim-call";

/** A registration as its IdP sees it. */
export function presentUser({ scope, schemas }: ScimSubject, stored: StoredRegistration, projection: Projection): Resource {
  return projectAttributes(schemas.user, presentResource(schemas.user, { ...stored, baseUrl: scope.baseUrl }), projection);
}

/** One user as an answer, with its version and its address. */
export function answerUser(call: ScimSubject, status: number, stored: StoredRegistration, projection: Projection): ScimAnswer {
  const location = `${call.scope.baseUrl}/Users/${stored.id}`;
  return {
    status,
    body: presentUser(call, stored, projection),
    headers: { ETag: formatEtag(stored.version), Location: location, "Content-Location": location },
    resourceId: stored.id,
  };
}
