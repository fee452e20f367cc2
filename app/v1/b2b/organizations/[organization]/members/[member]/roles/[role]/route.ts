import { getMember } from "@/lib/directory/members/get-member";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { unassignRole } from "@/lib/directory/roles/unassign-role";
import { answerMember } from "@/lib/http/answer-member";
import { withOrganization } from "@/lib/http/with-organization";

export const DELETE = withOrganization<{ member: string; role: string }, unknown, unknown>({ permission: "member.update" }, async ({ scope, params }) => {
  const memberId = await resolveMember(scope, params.member);
  await unassignRole(scope, memberId, params.role);
  return answerMember(scope, await getMember(scope, memberId));
});
