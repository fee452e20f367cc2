import { DomainError } from "@/lib/errors";
import { authorizeOrganization } from "../authorize-organization";
import type { Caller } from "../identify-caller";

/** Whether the caller may change connections of that organization, and so approve an IdP's request for tokens. */
export async function mayDecideAuthorization(caller: Caller, organizationId: string): Promise<boolean> {
  try {
    await authorizeOrganization(caller, organizationId, "connection.update");
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
