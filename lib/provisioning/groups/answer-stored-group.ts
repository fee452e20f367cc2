import { findStoredGroup, manyMembers } from "@/lib/directory/groups/find-stored-group";
import { readManyMembers } from "@/lib/directory/groups/read-many-members";
import { formatEtag } from "@/lib/scim/resource/etag";
import { presentResource } from "@/lib/scim/resource/present-resource";
import { projectAttributes, type Projection } from "@/lib/scim/resource/project-attributes";
import { isFresh } from "../check-preconditions";
import type { ScimAnswer, ScimCall } from "../scim-call";
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

async function answerManyMembers(call: ScimCall, status: number, id: string, projection: Projection): Promise<ScimAnswer> {
  const { scope, schemas } = call;
  const written: Buffer[] = [];
  const stored = await readManyMembers(scope, id, (members) => {
    const full = presentResource(schemas.group, { ...emptyGroup, id, members, baseUrl: scope.baseUrl });
    const shown = projectAttributes(schemas.group, { members: full.members ?? [] }, projection).members;
    if (Array.isArray(shown) && shown.length > 0) written.push(Buffer.from(JSON.stringify(shown).slice(1, -1)));
  });
  if (!stored) throw noSuchGroup(call);
  return { ...answerGroup(call, status, stored, projection), members: written };
}

const emptyGroup = { attributes: {}, version: 0, createdAt: new Date(0), updatedAt: new Date(0) };
