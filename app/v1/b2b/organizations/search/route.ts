import { organizationOperations } from "@/lib/contracts/operations/organizations";
import { withInstallation } from "@/lib/http/with-installation";
import { searchOrganizations } from "@/lib/organizations/search-organizations";
import { showOrganization } from "@/lib/organizations/show-organization";

export const POST = withInstallation(organizationOperations.search, async ({ scope, body }) => {
  const { organizations, total, nextCursor } = await searchOrganizations(scope, body);
  return { organizations: organizations.map(showOrganization), results_metadata: { total, next_cursor: nextCursor } };
});
