import { parseReplacement } from "@/lib/scim/resource/parse-resource";
import { replaceResource } from "@/lib/scim/resource/replace-resource";
import { readProjection } from "../read-projection";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { changeUser } from "./change-user";
import { answerUser } from "./present-user";

/** PUT /Users/{id} (RFC 7644 section 3.5.1). A missing `active` keeps what is stored (tolerance 25). */
export async function replaceUser(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, call.schemas.user);
  const incoming = parseReplacement(call.schemas.user, call.body, call.quirks);
  if (incoming.resource.active === undefined) call.quirks.note("put_without_active");
  const { stored, facts } = await changeUser(call, (before) => replaceResource(call.schemas.user, before, incoming));
  return { ...answerUser(call, 200, stored, projection), facts };
}
