import type { z } from "zod";
import { UpdateRoleBody } from "@/lib/contracts/role";
import { deleteRole } from "@/lib/directory/roles/delete-role";
import { presentRole } from "@/lib/directory/roles/present-role";
import { updateRole } from "@/lib/directory/roles/update-role";
import { withInstallation } from "@/lib/http/with-installation";

type Params = { role: string };
type Body = z.infer<typeof UpdateRoleBody>;

export const PUT = withInstallation<Params, Body, unknown>({ permission: "role.update", body: UpdateRoleBody }, async ({ scope, params, body }) => ({
  role: presentRole(await updateRole(scope, params.role, body)),
}));

export const DELETE = withInstallation<Params, unknown, unknown>({ permission: "role.update" }, async ({ scope, params }) => {
  await deleteRole(scope, params.role);
  return { role_id: params.role };
});
