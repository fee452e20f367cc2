import { findConflictingRegistration } from "@/lib/directory/registrations/find-conflicting-registration";
import { matchesUrl } from "@/lib/connections/adoption/matches-url";
import { notFound, uniqueness, type ScimError } from "@/lib/scim/errors";
import { isUuid, type ScimCall } from "../scim-call";

/** 404 for an id that is nobody of this connection; what belongs to another tenant is nobody. */
export function noSuchUser(call: ScimCall): ScimError {
  if (!isUuid(call.id)) call.quirks.note("non_uuid_id");
  return notFound(`There is no user with the id "${call.id.slice(0, 100)}" in this directory.`);
}

/** 409 while an administrator has not said whether this is a member who is there already; afterwards the IdP's next attempt succeeds. */
export function undecided({ scope }: ScimCall, profile: { email: string | null; userName: string }): ScimError {
  const who = profile.email ?? profile.userName;
  return uniqueness(`A member with the e-mail address "${who}" is there already. An administrator has to say whether this is the same person, at ${matchesUrl(scope)}; then push this person again.`);
}

/** 409 that says who holds the userName, so that an administrator can find the person. */
export async function userNameTaken(call: ScimCall, userName: string): Promise<ScimError> {
  const holder = await findConflictingRegistration(call.scope, userName);
  if (!holder) return uniqueness(`Another user with the userName "${userName}" was created or removed at this moment. Try again.`);
  const known = holder.externalId === null ? "without an externalId" : `with the externalId "${holder.externalId}"`;
  const state = holder.active ? "an active" : "a deactivated";
  return uniqueness(`The userName "${userName}" belongs to ${state} user ${known} (id ${holder.id}).`);
}
