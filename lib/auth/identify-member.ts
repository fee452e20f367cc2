import { pool } from "@/lib/db/client";
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
export type CallingMember = { memberId: string; organizationId: string; label: string; permissions: ReadonlySet<Permission> };

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
  const [catalogue, own, roles, label] = await Promise.all([findCatalogue(), findOrganizationRoles(organization), findEffectiveRoles(organization, [memberId]), findLabel(memberId)]);
  const held = new Set((roles.get(memberId)?.inForce ?? []).map((role) => role.roleId));
  const policy = [...presentPolicy(catalogue).roles, ...own.map(presentRole)].filter((role) => held.has(role.role_id));
  return { memberId, organizationId, label, permissions: permissionsOfPolicy(policy.flatMap((role) => role.permissions)) };
}

/** What people call the member. */
async function findLabel(memberId: string): Promise<string> {
  const { rows } = await pool().query<{ label: string }>({ name: "find-member-label", text: `SELECT coalesce(nullif(name, ''), email) AS label FROM member WHERE id = $1`, values: [memberId] });
  return rows[0]?.label ?? "";
}
