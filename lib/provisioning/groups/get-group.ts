import type { Statement } from "@/lib/db/read-ahead";
import { findStoredGroup, storedGroupStatement } from "@/lib/directory/groups/find-stored-group";
import { formatEtag } from "@/lib/scim/resource/etag";
import { isFresh } from "../check-preconditions";
import { readProjection } from "../read-projection";
import { type ComingCall, isUuid, type ScimAnswer, type ScimCall } from "../scim-call";
import { noSuchGroup } from "./group-errors";
import { answerGroup } from "./present-group";

/** How a group is read: without members where the query says so in the usual words. */
export function readGroupAhead({ connectionId, id, query }: ComingCall): Statement | null {
  if (!isUuid(id) || query.has("attributes")) return null;
  return storedGroupStatement(connectionId, id, query.get("excludedAttributes") !== "members");
}

/** GET /Groups/{id} (RFC 7644 section 3.4.1). Members are read only where the answer shows them. */
export async function getGroup(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, call.schemas.group);
  if (!isUuid(call.id)) throw noSuchGroup(call);
  const stored = await findStoredGroup(call.scope, call.id, { members: projection.wants("members"), ahead: call.ahead ?? null });
  if (!stored) throw noSuchGroup(call);
  if (isFresh(call, stored.version)) return { status: 304, body: null, headers: { ETag: formatEtag(stored.version) }, resourceId: stored.id };
  return answerGroup(call, 200, stored, projection);
}
