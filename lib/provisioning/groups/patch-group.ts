import { applyPatch } from "@/lib/scim/patch/apply-patch";
import { parsePatchOp } from "@/lib/scim/patch/parse-patch-op";
import { planGroupPatch } from "@/lib/scim/patch/plan-group-patch";
import { validateResource } from "@/lib/scim/resource/validate-resource";
import { readProjection } from "../read-projection";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { answerStoredGroup } from "./answer-stored-group";
import { changeGroup } from "./change-group";
import { groupHeaders } from "./present-group";

/**
 * PATCH /Groups/{id} (RFC 7644 section 3.5.2): all operations or none. The answer is 204, so that nobody is sent a big
 * group for one new member (Entra demands it), unless the request names the attributes it wants back: then the RFC asks for 200.
 */
export async function patchGroup(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, call.schemas.group);
  const plan = planGroupPatch(parsePatchOp(call.body, call.schemas.group, call.quirks));
  const changed = await changeGroup(call, {
    attributes:
      plan.attributes.length === 0
        ? null
        : (before, quirks) => validateResource(call.schemas.group, applyPatch(call.schemas.group, before, plan.attributes, quirks)),
    members: plan.members,
  });
  const resourceId = changed.id;
  if (!call.query.has("attributes") && !call.query.has("excludedAttributes")) {
    return { status: 204, body: null, headers: groupHeaders(call.scope, resourceId, changed.version), resourceId, facts: changed.facts };
  }
  return { ...(await answerStoredGroup(call, 200, resourceId, projection)), facts: changed.facts };
}
