import { memberOperations } from "@/lib/contracts/operations/members";
import { getMember } from "@/lib/directory/members/get-member";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { assignRole } from "@/lib/directory/roles/assign-role";
import { answerMember } from "@/lib/http/answer-member";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(memberOperations.assignRole, async ({ scope, params, body }) => {
  const memberId = await resolveMember(scope, params.member);
  await assignRole(scope, memberId, body.role_id);
  return answerMember(scope, await getMember(scope, memberId));
});
