import { organizationOperations } from "@/lib/contracts/operations/organizations";
import { DomainError } from "@/lib/errors";
import { withOrganization } from "@/lib/http/with-organization";
import { getOrganization } from "@/lib/organizations/get-organization";
import { showOrganization } from "@/lib/organizations/show-organization";
import { updateOrganization } from "@/lib/organizations/update-organization";

export const DELETE = withOrganization(organizationOperations.deleteExternalId, async ({ scope, permissions }) => {
  if (!permissions.has("organization.create")) {
    throw new DomainError("forbidden", "unauthorized_action", "Only operators may change organization_external_id.");
  }
  await updateOrganization(scope, { externalId: null });
  return { organization: showOrganization(await getOrganization(scope)) };
});
