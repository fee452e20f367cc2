import type { Statement } from "@/lib/db/read-ahead";
import { findRegistration, registrationStatement } from "@/lib/directory/registrations/find-registration";
import { formatEtag } from "@/lib/scim/resource/etag";
import { isFresh } from "../check-preconditions";
import { readProjection } from "../read-projection";
import { type ComingCall, isUuid, type ScimAnswer, type ScimCall } from "../scim-call";
import { answerUser } from "./present-user";
import { noSuchUser } from "./user-errors";

/** How a person is read for most calls about one: with their groups. */
export function readUserAhead({ connectionId, id }: ComingCall): Statement | null {
  return isUuid(id) ? registrationStatement(connectionId, id, true) : null;
}

/** GET /Users/{id} (RFC 7644 section 3.4.1). */
export async function getUser(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, call.schemas.user);
  if (!isUuid(call.id)) throw noSuchUser(call);
  const stored = await findRegistration(call.scope, call.id, { groups: projection.wants("groups"), ahead: call.ahead ?? null });
  if (!stored) throw noSuchUser(call);
  if (isFresh(call, stored.version)) return { status: 304, body: null, headers: { ETag: formatEtag(stored.version) }, resourceId: stored.id };
  return answerUser(call, 200, stored, projection);
}
