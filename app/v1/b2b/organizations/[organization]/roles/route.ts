import { roleOperations } from "@/lib/contracts/operations/roles";
import { createRole } from "@/lib/directory/roles/create-role";
import { findRoles } from "@/lib/directory/roles/find-roles";
import { presentRole, presentRoleWithUse } from "@/lib/directory/roles/present-role";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(roleOperations.ofOrganization, async ({ scope }) => ({ roles: (await findRoles(scope)).map(presentRoleWithUse) }));

export const POST = withOrganization(roleOperations.createOwn, async ({ scope, body }) => {
  const { role_id: roleId, description, permissions } = body;
  return { role: presentRole(await createRole(scope, { roleId, description, permissions })) };
});
