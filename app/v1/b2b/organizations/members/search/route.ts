import { authorizeOrganization } from "@/lib/auth/authorize-organization";
import { memberOperations } from "@/lib/contracts/operations/members";
import { presentMember } from "@/lib/directory/members/present-member";
import { searchMembers } from "@/lib/directory/members/search-members";
import { withInstallation } from "@/lib/http/with-installation";
import { getOrganization } from "@/lib/organizations/get-organization";
import { showOrganization } from "@/lib/organizations/show-organization";

export const POST = withInstallation(memberOperations.search, async ({ body, caller }) => {
  const accesses = await Promise.all(body.organization_ids.map((id) => authorizeOrganization(caller, id, "member.get")));
  const scopes = [...new Map(accesses.map(({ scope }) => [scope.organizationId, scope])).values()];
  const { operator = "AND", operands: filters = [] } = body.query ?? {};
  const { members, total, nextCursor } = await searchMembers(scopes, { operator, filters, cursor: body.cursor, limit: body.limit });
  const organizations = (await Promise.all(scopes.map(getOrganization))).map(showOrganization);
  return {
    members: members.map(presentMember),
    organizations: Object.fromEntries(organizations.map((organization) => [organization.organization_id, organization])),
    results_metadata: { total, next_cursor: nextCursor },
  };
});
