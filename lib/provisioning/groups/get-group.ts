import type { Statement } from "@/lib/db/read-ahead";
import { groupRollStatement } from "@/lib/directory/groups/find-group-roll";
import { storedGroupStatement } from "@/lib/directory/groups/find-stored-group";
import { readProjection } from "../read-projection";
import { type ComingCall, isUuid, type ScimAnswer, type ScimCall } from "../scim-call";
import { answerStoredGroup } from "./answer-stored-group";
import { noSuchGroup } from "./group-errors";

/** How a group is read: without members where the query says so in the usual words. */
export function readGroupAhead({ connectionId, id, query }: ComingCall): Statement | null {
  if (!isUuid(id) || query.has("attributes")) return null;
  return query.get("excludedAttributes") === "members" ? storedGroupStatement(connectionId, id.toLowerCase(), "none") : groupRollStatement(connectionId, id.toLowerCase());
}

/** GET /Groups/{id} (RFC 7644 section 3.4.1). Members are read only where the answer shows them. */
export async function getGroup(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, call.schemas.group);
  if (!isUuid(call.id)) throw noSuchGroup(call);
  return answerStoredGroup(call, 200, call.id.toLowerCase(), projection, { unlessFresh: true });
}
