import { organizationOperations } from "@/lib/contracts/operations/organizations";
import { updateAndShowOrganization } from "@/lib/http/update-and-show-organization";
import { withOrganization } from "@/lib/http/with-organization";
import { deleteOrganization } from "@/lib/organizations/delete-organization";
import { getOrganization } from "@/lib/organizations/get-organization";
import { showOrganization } from "@/lib/organizations/show-organization";

export const GET = withOrganization(organizationOperations.get, async ({ scope }) => ({
  organization: showOrganization(await getOrganization(scope)),
}));

export const PUT = withOrganization(organizationOperations.update, updateAndShowOrganization);

export const DELETE = withOrganization(organizationOperations.delete, async ({ scope }) => {
  await deleteOrganization(scope);
  return { organization_id: `organization-${scope.organizationId}` };
});
