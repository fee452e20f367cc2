import { notFound, uniqueness, type ScimError } from "@/lib/scim/errors";
import { isUuid, type ScimCall } from "../scim-call";

/** 404 for an id that is no group of this connection; what belongs to another tenant does not exist. */
export function noSuchGroup(call: ScimCall): ScimError {
  if (!isUuid(call.id)) call.quirks.note("non_uuid_id");
  return notFound(`There is no group with the id "${call.id.slice(0, 100)}" in this directory.`);
}

/** 409: names of groups are unique within a connection, since IdPs find groups by name. */
export function groupNameTaken(displayName: string): ScimError {
  return uniqueness(`There is already a group named "${displayName}" in this directory.`);
}
