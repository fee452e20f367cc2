import { DomainError } from "@/lib/errors";
import { resolveOrganization, type ResolvedOrganization } from "@/lib/organizations/resolve-organization";
import type { OrganizationScope } from "@/lib/scope";
import { findPortalRoles } from "./find-portal-roles";
import type { Caller } from "./identify-caller";
import { ALL_PERMISSIONS, permissionsOfRoles, type Permission } from "./permissions";
import { scopeToOrganization } from "./scope-to-organization";

export type OrganizationAccess = {
  scope: OrganizationScope;
  organization: ResolvedOrganization;
  permissions: ReadonlySet<Permission>;
};

/**
 * Opens one organization for a caller. What the caller may not see does not exist: the same 404 for an unknown
 * organization, a foreign one, and one where the caller holds no role that gives anything.
 * @throws DomainError `not_found`, or `forbidden` when the permission is missing or the organization is suspended
 */
export async function authorizeOrganization(caller: Caller, identifier: string, permission?: Permission): Promise<OrganizationAccess> {
  const organization = await resolveOrganization(identifier);
  const permissions = organization ? await permissionsOf(caller, organization.id) : new Set<Permission>();
  // A member knows their own organization, whatever little they may do there.
  if (!organization || (permissions.size === 0 && caller.member?.organizationId !== organization.id)) {
    throw new DomainError("not_found", "organization_not_found", "Organization could not be found.");
  }
  if (organization.status === "suspended" && caller.user && !caller.user.operator) {
    throw new DomainError("forbidden", "organization_suspended", `${organization.name} is suspended. Ask the people who run this service.`);
  }
  if (permission && !permissions.has(permission)) {
    throw new DomainError("forbidden", "unauthorized_action", "Your roles do not allow this action.", { permission });
  }
  return { scope: scopeToOrganization(organization.id, caller.actor), organization, permissions };
}

async function permissionsOf(caller: Caller, organizationId: string): Promise<ReadonlySet<Permission>> {
  if (caller.member) return caller.member.organizationId === organizationId ? caller.member.permissions : new Set();
  if (!caller.user || caller.user.operator) return ALL_PERMISSIONS;
  return permissionsOfRoles(await findPortalRoles(caller.user.id, organizationId));
}
