import type { z } from "zod";
import { UpdateRoleBody } from "@/lib/contracts/role";
import { deleteRole } from "@/lib/directory/roles/delete-role";
import { presentRole } from "@/lib/directory/roles/present-role";
import { updateRole } from "@/lib/directory/roles/update-role";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { role: string };
type Body = z.infer<typeof UpdateRoleBody>;

export const PUT = withOrganization<Params, Body, unknown>({ permission: "role.update", body: UpdateRoleBody }, async ({ scope, params, body }) => ({
  role: presentRole(await updateRole(scope, params.role, body)),
}));

export const DELETE = withOrganization<Params, unknown, unknown>({ permission: "role.update" }, async ({ scope, params }) => {
  await deleteRole(scope, params.role);
  return { role_id: params.role };
});
