import { CreateRoleBody } from "@/lib/contracts/role";
import { createRole } from "@/lib/directory/roles/create-role";
import { findCatalogue } from "@/lib/directory/roles/find-catalogue";
import { presentRole } from "@/lib/directory/roles/present-role";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation({ permission: "role.get" }, async () => ({ roles: (await findCatalogue()).map(presentRole) }));

export const POST = withInstallation({ permission: "role.update", body: CreateRoleBody }, async ({ scope, body }) => {
  const { role_id: roleId, description, permissions } = body;
  return { role: presentRole(await createRole(scope, { roleId, description, permissions })) };
});
