import { unauthorized, type ScimError } from "@/lib/scim/errors";

/** 401 for a write that met the deletion of its connection: its token is good for nothing any more. */
export function connectionClosed(): ScimError {
  return unauthorized("This connection was deleted at this moment; nothing was changed.", 'Bearer realm="scim", error="invalid_token"');
}
