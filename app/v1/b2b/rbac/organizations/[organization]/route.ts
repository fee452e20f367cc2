import { roleOperations } from "@/lib/contracts/operations/roles";
import { findOrganizationRoles } from "@/lib/directory/roles/find-organization-roles";
import { presentRole } from "@/lib/directory/roles/present-role";
import { setOrganizationRoles } from "@/lib/directory/roles/set-organization-roles";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(roleOperations.getOrgPolicy, async ({ scope }) => ({
  org_policy: { roles: (await findOrganizationRoles(scope)).map(presentRole) },
}));

export const PUT = withOrganization(roleOperations.setOrgPolicy, async ({ scope, body }) => {
  const roles = body.org_policy.roles.map(({ role_id: roleId, description, permissions }) => ({ roleId, description, permissions }));
  return { org_policy: { roles: (await setOrganizationRoles(scope, roles)).map(presentRole) } };
});
