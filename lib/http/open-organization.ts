import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";
import { requireOrganizations } from "./require-organizations";

/** An organization that the body names, for a caller who may see all. @throws DomainError `not_found` */
export async function openOrganization(scope: InstallationScope, identifier: string): Promise<OrganizationScope> {
  const [id] = await requireOrganizations([identifier]);
  return scopeToOrganization(id ?? "", scope.actor);
}
