import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import { memberOperations } from "@/lib/contracts/operations/members";
import { parseWireId } from "@/lib/contracts/wire-id";
import { findOrganizationOfMember } from "@/lib/directory/members/find-organization-of-member";
import { getMember, memberNotFound } from "@/lib/directory/members/get-member";
import { answerMember } from "@/lib/http/answer-member";
import { withInstallation } from "@/lib/http/with-installation";

export const GET = withInstallation(memberOperations.dangerouslyGet, async ({ scope, params, query }) => {
  const memberId = parseWireId("member", params.member);
  const organizationId = await findOrganizationOfMember(scope, memberId);
  if (!organizationId) throw memberNotFound();
  const organization = scopeToOrganization(organizationId, scope.actor);
  return answerMember(organization, await getMember(organization, memberId, { deleted: query.include_deleted === "true" }));
});
