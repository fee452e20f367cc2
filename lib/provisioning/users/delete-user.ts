import { deleteRegistration } from "@/lib/directory/registrations/delete-registration";
import { findRegistration } from "@/lib/directory/registrations/find-registration";
import { checkPreconditions } from "../check-preconditions";
import { isUuid, type ScimAnswer, type ScimCall } from "../scim-call";
import { announceBrake, departureRefused } from "./departure-answer";
import { noSuchUser } from "./user-errors";

/** DELETE /Users/{id} (RFC 7644 section 3.6). The second time there is nobody: 404 (tolerance 38). */
export async function deleteUser(call: ScimCall): Promise<ScimAnswer> {
  if (!isUuid(call.id)) throw noSuchUser(call);
  // With a precondition, a change in between is read again: it decides between 404 and 412.
  for (;;) {
    const version = await readDemandedVersion(call);
    const deleted = await deleteRegistration(call.scope, call.id, version);
    if (deleted.outcome === "deleted") {
      announceBrake(call.scope, deleted.brake);
      break;
    }
    if (deleted.outcome !== "stale") throw await departureRefused(call.scope, deleted);
    if (version === null) throw noSuchUser(call);
  }
  return { status: 204, body: null, resourceId: call.id.toLowerCase() };
}

/** With a precondition: the version that satisfies it, which must still be the row's when it goes. */
async function readDemandedVersion(call: ScimCall): Promise<number | null> {
  if (call.headers["if-match"] === undefined && call.headers["if-none-match"] === undefined) return null;
  const stored = await findRegistration(call.scope, call.id, { groups: false });
  if (!stored) throw noSuchUser(call);
  checkPreconditions(call, stored.version);
  return stored.version;
}
