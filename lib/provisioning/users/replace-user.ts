import { parseResource } from "@/lib/scim/resource/parse-resource";
import { replaceResource } from "@/lib/scim/resource/replace-resource";
import { userResource } from "@/lib/scim/schema/resource-schema";
import { readProjection } from "../read-projection";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { changeUser } from "./change-user";
import { answerUser } from "./present-user";

/** PUT /Users/{id} (RFC 7644 section 3.5.1). A missing `active` keeps what is stored (tolerance 25). */
export async function replaceUser(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, userResource);
  const incoming = parseResource(userResource, call.body, call.quirks);
  if (incoming.active === undefined) call.quirks.note("put_without_active");
  const { stored, facts } = await changeUser(call, (before) => replaceResource(userResource, before, incoming));
  return { ...answerUser(call.scope, 200, stored, projection), facts };
}
