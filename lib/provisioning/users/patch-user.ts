import { applyPatch } from "@/lib/scim/patch/apply-patch";
import { parsePatchOp } from "@/lib/scim/patch/parse-patch-op";
import { validateResource } from "@/lib/scim/resource/validate-resource";
import { readProjection } from "../read-projection";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { changeUser } from "./change-user";
import { answerUser } from "./present-user";

/** PATCH /Users/{id} (RFC 7644 section 3.5.2): all operations or none. */
export async function patchUser(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, call.schemas.user);
  const operations = parsePatchOp(call.body, call.schemas.user, call.quirks);
  const { stored, facts } = await changeUser(call, (before, quirks) =>
    validateResource(call.schemas.user, applyPatch(call.schemas.user, before, operations, quirks)),
  );
  return { ...answerUser(call, 200, stored, projection), facts };
}
