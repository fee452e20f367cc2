import { parseWireId } from "@/lib/contracts/wire-id";
import { DomainError } from "@/lib/errors";

/** Reads `scim-connection-<uuid>` or the bare uuid. Anything else is a connection that does not exist. */
export function parseConnectionId(text: string): string {
  const id = parseWireId("scim-connection", text);
  if (!id) throw connectionNotFound();
  return id;
}

/** The one refusal for a connection that is not there, deleted, or another tenant's. */
export function connectionNotFound(): DomainError {
  return new DomainError("not_found", "scim_connection_not_found", "There is no such connection in this organization.");
}
