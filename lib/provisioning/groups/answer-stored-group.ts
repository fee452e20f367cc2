import { findStoredGroup, manyMembers } from "@/lib/directory/groups/find-stored-group";
import { formatEtag } from "@/lib/scim/resource/etag";
import type { Projection } from "@/lib/scim/resource/project-attributes";
import { isFresh } from "../check-preconditions";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { answerManyMembers } from "./answer-many-members";
import { noSuchGroup } from "./group-errors";
import { answerGroup } from "./present-group";

/** Reads a group and answers with it; to a read (`unlessFresh`) with 304 where the client already holds it. One of very many members is written as it is read: its answer never exists as values. */
export async function answerStoredGroup(call: ScimCall, status: number, id: string, projection: Projection, { unlessFresh = false } = {}): Promise<ScimAnswer> {
  const stored = await findStoredGroup(call.scope, id, { members: projection.wants("members") ? "some" : "none", ahead: call.ahead ?? null });
  if (!stored) throw noSuchGroup(call);
  if (unlessFresh && isFresh(call, stored.version)) return { status: 304, body: null, headers: { ETag: formatEtag(stored.version) }, resourceId: stored.id };
  if ((stored.members?.length ?? 0) <= manyMembers) return answerGroup(call, status, stored, projection);
  return answerManyMembers(call, status, id, projection);
}
