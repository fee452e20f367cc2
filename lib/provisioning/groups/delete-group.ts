import { deleteGroup as deleteStoredGroup } from "@/lib/directory/groups/delete-group";
import { findStoredGroup } from "@/lib/directory/groups/find-stored-group";
import { checkPreconditions } from "../check-preconditions";
import { isUuid, type ScimAnswer, type ScimCall } from "../scim-call";
import { noSuchGroup } from "./group-errors";

/** DELETE /Groups/{id} (RFC 7644 section 3.6). The people in it stay. */
export async function deleteGroup(call: ScimCall): Promise<ScimAnswer> {
  if (!isUuid(call.id)) throw noSuchGroup(call);
  // With a precondition, a change in between is read again: it decides between 404 and 412.
  for (let deleted = false; !deleted; ) {
    const version = await readDemandedVersion(call);
    deleted = await deleteStoredGroup(call.scope, call.id, version);
    if (!deleted && version === null) throw noSuchGroup(call);
  }
  return { status: 204, body: null, resourceId: call.id.toLowerCase() };
}

/** With a precondition: the version that satisfies it, which must still be the row's when it goes. */
async function readDemandedVersion(call: ScimCall): Promise<number | null> {
  if (call.headers["if-match"] === undefined && call.headers["if-none-match"] === undefined) return null;
  const stored = await findStoredGroup(call.scope, call.id, { members: "none" });
  if (!stored) throw noSuchGroup(call);
  checkPreconditions(call, stored.version);
  return stored.version;
}
