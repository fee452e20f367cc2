import { roleOperations } from "@/lib/contracts/operations/roles";
import { deleteRole } from "@/lib/directory/roles/delete-role";
import { presentRole } from "@/lib/directory/roles/present-role";
import { updateRole } from "@/lib/directory/roles/update-role";
import { withInstallation } from "@/lib/http/with-installation";

export const PUT = withInstallation(roleOperations.update, async ({ scope, params, body }) => ({
  role: presentRole(await updateRole(scope, params.role, body)),
}));

export const DELETE = withInstallation(roleOperations.delete, async ({ scope, params }) => {
  await deleteRole(scope, params.role);
  return { role_id: params.role };
});
