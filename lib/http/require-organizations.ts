import { DomainError } from "@/lib/errors";
import { resolveOrganization } from "@/lib/organizations/resolve-organization";

/** The row ids of organizations that are named by id, slug or external id, each once; one unknown name is `not_found`. */
export async function requireOrganizations(identifiers: readonly string[]): Promise<string[]> {
  const found = await Promise.all(identifiers.map(resolveOrganization));
  const ids = found.map((organization) => {
    if (!organization) throw new DomainError("not_found", "organization_not_found", "Organization could not be found.");
    return organization.id;
  });
  return [...new Set(ids)];
}
