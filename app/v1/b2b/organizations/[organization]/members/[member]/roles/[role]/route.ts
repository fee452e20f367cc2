import { memberOperations } from "@/lib/contracts/operations/members";
import { getMember } from "@/lib/directory/members/get-member";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { unassignRole } from "@/lib/directory/roles/unassign-role";
import { answerMember } from "@/lib/http/answer-member";
import { withOrganization } from "@/lib/http/with-organization";

export const DELETE = withOrganization(memberOperations.unassignRole, async ({ scope, params }) => {
  const memberId = await resolveMember(scope, params.member);
  await unassignRole(scope, memberId, params.role);
  return answerMember(scope, await getMember(scope, memberId));
});
