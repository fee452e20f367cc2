import { memberOperations } from "@/lib/contracts/operations/members";
import { parseWireId } from "@/lib/contracts/wire-id";
import { memberNotFound } from "@/lib/directory/members/get-member";
import { reactivateMember } from "@/lib/directory/members/reactivate-member";
import { answerMember } from "@/lib/http/answer-member";
import { withOrganization } from "@/lib/http/with-organization";

// The wire takes the member's own id here, no external id.
export const PUT = withOrganization(memberOperations.reactivate, async ({ scope, params }) => {
  const memberId = parseWireId("member", params.member);
  if (!memberId) throw memberNotFound();
  return answerMember(scope, await reactivateMember(scope, memberId));
});
