import { roleOperations } from "@/lib/contracts/operations/roles";
import { deleteRole } from "@/lib/directory/roles/delete-role";
import { presentRole } from "@/lib/directory/roles/present-role";
import { updateRole } from "@/lib/directory/roles/update-role";
import { withOrganization } from "@/lib/http/with-organization";

export const PUT = withOrganization(roleOperations.updateOwn, async ({ scope, params, body }) => ({
  role: presentRole(await updateRole(scope, params.role, body)),
}));

export const DELETE = withOrganization(roleOperations.deleteOwn, async ({ scope, params }) => {
  await deleteRole(scope, params.role);
  return { role_id: params.role };
});
