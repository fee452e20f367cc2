import { roleOperations } from "@/lib/contracts/operations/roles";
import { createRole } from "@/lib/directory/roles/create-role";
import { findCatalogue } from "@/lib/directory/roles/find-catalogue";
import { presentRole } from "@/lib/directory/roles/present-role";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation(roleOperations.catalogue, async () => ({ roles: (await findCatalogue()).map(presentRole) }));

export const POST = withInstallation(roleOperations.create, async ({ scope, body }) => {
  const { role_id: roleId, description, permissions } = body;
  return { role: presentRole(await createRole(scope, { roleId, description, permissions })) };
});
