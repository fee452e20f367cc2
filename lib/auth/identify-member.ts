import { findCatalogue } from "@/lib/directory/roles/find-catalogue";
import { findEffectiveRoles } from "@/lib/directory/roles/find-effective-roles";
import { findOrganizationRoles } from "@/lib/directory/roles/find-organization-roles";
import { presentPolicy } from "@/lib/directory/roles/present-policy";
import { presentRole } from "@/lib/directory/roles/present-role";
import { findSession } from "@/lib/directory/sessions/find-session";
import { readSessionJwt } from "@/lib/directory/sessions/read-session-jwt";
import type { InstallationScope } from "@/lib/scope";
import { permissionsOfPolicy, type Permission } from "./permissions";
import { findProjectId } from "./project-id";
import { scopeToOrganization } from "./scope-to-organization";

/** The member on whose behalf the vendor's app calls, with what their roles allow at this moment. */
export type CallingMember = { memberId: string; organizationId: string; permissions: ReadonlySet<Permission> };

/** The two headers that carry a member's session. */
export type MemberSessionHeaders = { token: string | null; jwt: string | null };

/**
 * Who a member-session header speaks for. The session is asked of the database also when it comes as a JWT: one that was
 * ended allows nothing any more. @throws DomainError `not_found`, `unauthorized`
 */
export async function identifyMember(scope: InstallationScope, { token, jwt }: MemberSessionHeaders): Promise<CallingMember | null> {
  if (token === null && jwt === null) return null;
  const key = token === null ? { id: await readSessionJwt(jwt ?? "", await findProjectId(scope)) } : { token };
  const { memberId, organizationId } = await findSession(scope, key);
  const organization = scopeToOrganization(organizationId, scope.actor);
  const [catalogue, own, roles] = await Promise.all([findCatalogue(), findOrganizationRoles(organization), findEffectiveRoles(organization, [memberId])]);
  const held = new Set((roles.get(memberId)?.inForce ?? []).map((role) => role.roleId));
  const policy = [...presentPolicy(catalogue).roles, ...own.map(presentRole)].filter((role) => held.has(role.role_id));
  return { memberId, organizationId, permissions: permissionsOfPolicy(policy.flatMap((role) => role.permissions)) };
}
