import { newId } from "@/lib/new-id";
import { findReturningRegistration } from "@/lib/directory/registrations/find-returning-registration";
import { insertRegistration } from "@/lib/directory/registrations/insert-registration";
import { parseResource } from "@/lib/scim/resource/parse-resource";
import type { Resource } from "@/lib/scim/resource/resource";
import { connectionClosed } from "../connection-closed";
import { readProjection } from "../read-projection";
import type { ScimAnswer, ScimCall } from "../scim-call";
import { changeUser } from "./change-user";
import { describeRegistration } from "./describe-registration";
import { answerUser } from "./present-user";
import { undecided, userNameTaken } from "./user-errors";

/** POST /Users (RFC 7644 section 3.3): a new person, or one who returns (tolerance 36). */
export async function createUser(call: ScimCall): Promise<ScimAnswer> {
  const projection = readProjection(call, call.schemas.user);
  const parsed = parseResource(call.schemas.user, call.body, call.quirks);
  const resource: Resource = { ...parsed, active: parsed.active ?? true };
  const id = newId();
  const profile = describeRegistration(call.scope, id, resource, call.quirks, { fresh: true });
  const inserted = await insertRegistration(call.scope, id, profile);
  if (inserted.outcome === "closed") throw connectionClosed();
  if (inserted.outcome === "taken") throw await userNameTaken(call, profile.userName);
  if (inserted.outcome === "undecided") throw undecided(call, profile);
  if (inserted.outcome === "returning") return reviveUser(call, resource, profile.externalId ?? "");
  return answerUser(call, 201, { ...inserted, memberId: "", attributes: resource, active: profile.active, kept: false, groups: [] }, projection);
}

/** The same external id, and inactive: the person comes back under the same SCIM id with a fresh profile. */
async function reviveUser(call: ScimCall, resource: Resource, externalId: string): Promise<ScimAnswer> {
  const returning = await findReturningRegistration(call.scope, externalId, String(resource.userName));
  // Somebody was quicker: the person is active again, or gone. The next round sees it.
  if (!returning) return createUser(call);
  call.quirks.note("returning_user");
  const { stored } = await changeUser({ ...call, id: returning.id, headers: {} }, () => resource);
  return answerUser(call, 201, stored, readProjection(call, call.schemas.user));
}
