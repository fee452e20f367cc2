import type { StoredRegistration } from "@/lib/directory/registrations/registration";
import { formatEtag } from "@/lib/scim/resource/etag";
import { presentResource } from "@/lib/scim/resource/present-resource";
import { projectAttributes, type Projection } from "@/lib/scim/resource/project-attributes";
import type { Resource } from "@/lib/scim/resource/resource";
import { userResource } from "@/lib/scim/schema/resource-schema";
import type { ConnectionScope } from "@/lib/scope";
import type { ScimAnswer } from "../scim-call";

/** A registration as its IdP sees it. */
export function presentUser(scope: ConnectionScope, stored: StoredRegistration, projection: Projection): Resource {
  return projectAttributes(userResource, presentResource(userResource, { ...stored, baseUrl: scope.baseUrl }), projection);
}

/** One user as an answer, with its version and its address. */
export function answerUser(scope: ConnectionScope, status: number, stored: StoredRegistration, projection: Projection): ScimAnswer {
  return {
    status,
    body: presentUser(scope, stored, projection),
    headers: { ETag: formatEtag(stored.version), Location: `${scope.baseUrl}/Users/${stored.id}` },
    resourceId: stored.id,
  };
}
