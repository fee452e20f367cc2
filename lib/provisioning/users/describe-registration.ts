import type { RegistrationProfile } from "@/lib/directory/registrations/registration";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { readTombstone } from "@/lib/scim/quirks/tombstone";
import { isObject, type JsonValue, type Resource } from "@/lib/scim/resource/resource";
import type { ConnectionScope } from "@/lib/scope";
import { describeAttributes } from "./describe-attributes";

/** What a User resource means to the directory: the columns that are searched, and the member's e-mail and name. `fresh`: there is no member yet. */
export function describeRegistration(scope: ConnectionScope, id: string, resource: Resource, quirks: QuirkLog, { fresh = false } = {}): RegistrationProfile {
  const userName = String(resource.userName);
  const externalId = typeof resource.externalId === "string" && resource.externalId !== "" ? resource.externalId : null;
  const active = resource.active !== false;
  const tombstone = readTombstone(userName);
  if (tombstone !== null) quirks.note("tombstone_user_name");
  return {
    userName,
    externalId,
    active,
    attributes: resource,
    // The person keeps the e-mail and the name they had.
    email: tombstone === null || fresh ? (findEmail(resource) ?? tombstone ?? userName) : null,
    name: tombstone === null || fresh ? findName(resource) : null,
    described: {
      scim_registration: {
        connection_id: `scim-connection-${scope.connectionId}`,
        registration_id: id,
        external_id: externalId ?? "",
        scim_attributes: { id, ...describeAttributes(resource) },
      },
    },
  };
}

/** Primary e-mail, else the one of work, else the first. */
function findEmail(resource: Resource): string | null {
  const emails = Array.isArray(resource.emails) ? resource.emails.filter(isObject) : [];
  const chosen = emails.find((each) => each.primary === true) ?? emails.find((each) => text(each.type)?.toLowerCase() === "work") ?? emails[0];
  return text(chosen?.value);
}

function findName(resource: Resource): string {
  const name = isObject(resource.name) ? resource.name : {};
  const joined = [text(name.givenName), text(name.familyName)].filter((part) => part !== null).join(" ");
  return text(resource.displayName) ?? text(name.formatted) ?? (joined || text(resource.nickName) || "");
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
