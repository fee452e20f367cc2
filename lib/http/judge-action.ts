import type { MemberRecord } from "@/lib/directory/members/member-record";
import { findCatalogue } from "@/lib/directory/roles/find-catalogue";
import { findGrantingRoles } from "@/lib/directory/roles/find-granting-roles";
import { findOrganizationRoles } from "@/lib/directory/roles/find-organization-roles";
import { presentPolicy } from "@/lib/directory/roles/present-policy";
import { presentRole } from "@/lib/directory/roles/present-role";
import { DomainError } from "@/lib/errors";
import { resolveOrganization } from "@/lib/organizations/resolve-organization";
import type { OrganizationScope } from "@/lib/scope";

/** What `authorization_check` asks. */
export type ActionCheck = { organization_id: string; resource_id: string; action: string };

/**
 * Whether a member's roles allow an action, by the very policy that clients check JWTs against.
 * @throws DomainError `forbidden`: not allowed, or another organization than the member's
 */
export async function judgeAction(scope: OrganizationScope, member: MemberRecord, check: ActionCheck): Promise<{ authorized: true; granting_roles: string[] }> {
  const asked = await resolveOrganization(check.organization_id);
  if (asked?.id !== scope.organizationId) {
    throw new DomainError("forbidden", "session_authorization_error", "The member belongs to another organization.", { organization_id: check.organization_id });
  }
  const policy = [...presentPolicy(await findCatalogue()).roles, ...(await findOrganizationRoles(scope)).map(presentRole)];
  const granting = findGrantingRoles(policy, member.inForce.map((role) => role.roleId), check);
  if (granting.length > 0) return { authorized: true, granting_roles: granting };
  throw new DomainError("forbidden", "session_authorization_error", "The member's roles do not allow this action.", { resource_id: check.resource_id, action: check.action });
}
