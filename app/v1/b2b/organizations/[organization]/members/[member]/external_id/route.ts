import { resolveMember } from "@/lib/directory/members/resolve-member";
import { updateMember } from "@/lib/directory/members/update-member";
import { answerMember } from "@/lib/http/answer-member";
import { withOrganization } from "@/lib/http/with-organization";

export const DELETE = withOrganization<{ member: string }, unknown, unknown>({ permission: "member.update" }, async ({ scope, params }) =>
  answerMember(scope, await updateMember(scope, await resolveMember(scope, params.member), { externalId: null })),
);
