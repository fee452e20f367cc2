import type { z } from "zod";
import { AssignRoleBody } from "@/lib/contracts/role";
import { getMember } from "@/lib/directory/members/get-member";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { assignRole } from "@/lib/directory/roles/assign-role";
import { answerMember } from "@/lib/http/answer-member";
import { withOrganization } from "@/lib/http/with-organization";

type Body = z.infer<typeof AssignRoleBody>;

export const POST = withOrganization<{ member: string }, Body, unknown>({ permission: "member.update", body: AssignRoleBody }, async ({ scope, params, body }) => {
  const memberId = await resolveMember(scope, params.member);
  await assignRole(scope, memberId, body.role_id);
  return answerMember(scope, await getMember(scope, memberId));
});
