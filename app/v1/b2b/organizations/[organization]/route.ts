import { UpdateOrganizationBody } from "@/lib/contracts/organization";
import { updateAndShowOrganization } from "@/lib/http/update-and-show-organization";
import { withOrganization } from "@/lib/http/with-organization";
import { deleteOrganization } from "@/lib/organizations/delete-organization";
import { getOrganization } from "@/lib/organizations/get-organization";
import { showOrganization } from "@/lib/organizations/show-organization";

export const GET = withOrganization({ permission: "organization.get" }, async ({ scope }) => ({
  organization: showOrganization(await getOrganization(scope)),
}));

export const PUT = withOrganization({ permission: "organization.update", body: UpdateOrganizationBody }, updateAndShowOrganization);

export const DELETE = withOrganization({ permission: "organization.delete" }, async ({ scope }) => {
  await deleteOrganization(scope);
  return { organization_id: `organization-${scope.organizationId}` };
});
