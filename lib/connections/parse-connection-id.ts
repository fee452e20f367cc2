import { DomainError } from "@/lib/errors";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads `scim-connection-<uuid>` or the bare uuid. Anything else is a connection that does not exist. */
export function parseConnectionId(text: string): string {
  const bare = text.toLowerCase().replace(/^scim-connection-/, "");
  if (!uuid.test(bare)) throw connectionNotFound();
  return bare;
}

/** The one refusal for a connection that is not there, deleted, or another tenant's. */
export function connectionNotFound(): DomainError {
  return new DomainError("not_found", "scim_connection_not_found", "There is no such connection in this organization.");
}
