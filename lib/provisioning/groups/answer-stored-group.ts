import { findGroupRoll } from "@/lib/directory/groups/find-group-roll";
import { findStoredGroup } from "@/lib/directory/groups/find-stored-group";
import { formatEtag } from "@/lib/scim/resource/etag";
import type { Projection } from "@/lib/scim/resource/project-attributes";
import { isFresh } from "../check-preconditions";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { answerManyMembers } from "./answer-many-members";
import { noSuchGroup } from "./group-errors";
import { answerGroup, answerGroupRoll } from "./present-group";

/** Reads a group and answers with it; to a read (`unlessFresh`) with 304 where the client already holds it. One of very many members is written as it is read: its answer never exists as values. */
export async function answerStoredGroup(call: ScimCall, status: number, id: string, projection: Projection, { unlessFresh = false } = {}): Promise<ScimAnswer> {
  const fresh = (version: number): boolean => unlessFresh && isFresh(call, version);
  const ahead = call.ahead ?? null;
  if (!projection.wants("members")) {
    const stored = await findStoredGroup(call.scope, id, { members: "none", ahead });
    if (!stored) throw noSuchGroup(call);
    return fresh(stored.version) ? notModified(stored) : answerGroup(call, status, stored, projection);
  }
  const roll = await findGroupRoll(call.scope, id, ahead);
  if (!roll) throw noSuchGroup(call);
  if (fresh(roll.group.version)) return notModified(roll.group);
  return roll.many ? answerManyMembers(call, status, id, projection) : answerGroupRoll(call, status, roll, projection);
}

function notModified({ id, version }: { id: string; version: number }): ScimAnswer {
  return { status: 304, body: null, headers: { ETag: formatEtag(version) }, resourceId: id };
}
