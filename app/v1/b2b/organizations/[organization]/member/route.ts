import { memberOperations } from "@/lib/contracts/operations/members";
import { findMemberByEmail } from "@/lib/directory/members/find-member-by-email";
import { getMember } from "@/lib/directory/members/get-member";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { answerMember } from "@/lib/http/answer-member";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(memberOperations.get, async ({ scope, query }) => {
  const member = query.member_id
    ? await getMember(scope, await resolveMember(scope, query.member_id))
    : await findMemberByEmail(scope, query.email_address ?? "");
  return answerMember(scope, member);
});
