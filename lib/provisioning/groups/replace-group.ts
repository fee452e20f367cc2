import { parseMembers } from "@/lib/scim/resource/parse-members";
import { parseReplacement } from "@/lib/scim/resource/parse-resource";
import { replaceResource } from "@/lib/scim/resource/replace-resource";
import { readProjection } from "../read-projection";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { answerStoredGroup } from "./answer-stored-group";
import { changeGroup } from "./change-group";
import { readMembersAttribute } from "./read-members-attribute";

/** PUT /Groups/{id} (RFC 7644 section 3.5.1): the members listed are the members; none listed, none left. */
export async function replaceGroup(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, call.schemas.group);
  const incoming = parseReplacement(call.schemas.group, call.body, call.quirks);
  const ids = parseMembers(readMembersAttribute(call.body), call.quirks);
  const { facts, id } = await changeGroup(call, {
    attributes: (before) => replaceResource(call.schemas.group, before, incoming),
    members: [{ kind: "replaceAll", ids }],
  });
  return { ...(await answerStoredGroup(call, 200, id, projection)), facts };
}
