import { applyPatch } from "@/lib/scim/patch/apply-patch";
import { parsePatchOp } from "@/lib/scim/patch/parse-patch-op";
import { validateResource } from "@/lib/scim/resource/validate-resource";
import { userResource } from "@/lib/scim/schema/resource-schema";
import { readProjection } from "../read-projection";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { changeUser } from "./change-user";
import { answerUser } from "./present-user";

/** PATCH /Users/{id} (RFC 7644 section 3.5.2): all operations or none. */
export async function patchUser(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, userResource);
  const operations = parsePatchOp(call.body, userResource, call.quirks);
  const { stored, facts } = await changeUser(call, (before, quirks) =>
    validateResource(userResource, applyPatch(userResource, before, operations, quirks)),
  );
  return { ...answerUser(call.scope, 200, stored, projection), facts };
}
