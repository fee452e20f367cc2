import { memberOperations } from "@/lib/contracts/operations/members";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { updateMember } from "@/lib/directory/members/update-member";
import { answerMember } from "@/lib/http/answer-member";
import { withOrganization } from "@/lib/http/with-organization";

export const DELETE = withOrganization(memberOperations.deleteExternalId, async ({ scope, params }) =>
  answerMember(scope, await updateMember(scope, await resolveMember(scope, params.member), { externalId: null })));
