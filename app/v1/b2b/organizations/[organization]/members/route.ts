import { memberOperations } from "@/lib/contracts/operations/members";
import { createMember } from "@/lib/directory/members/create-member";
import { findMembers } from "@/lib/directory/members/find-members";
import { presentMemberSummary } from "@/lib/directory/members/present-member-summary";
import { answerMember } from "@/lib/http/answer-member";
import { toFindMembers } from "@/lib/http/to-find-members";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(memberOperations.list, async ({ scope, query }) => {
  const { members, total, isMore, nextCursor } = await findMembers(scope, await toFindMembers(scope, query));
  return { members: members.map(presentMemberSummary), results_metadata: { total, total_is_lower_bound: isMore, next_cursor: nextCursor } };
});

export const POST = withOrganization(memberOperations.create, async ({ scope, body }) => {
  const { email_address: email, external_id: externalId, trusted_metadata: trustedMetadata, untrusted_metadata: untrustedMetadata } = body;
  const invited = body.create_member_as_pending;
  return answerMember(scope, await createMember(scope, { email, name: body.name, externalId, roles: body.roles, trustedMetadata, untrustedMetadata, invited }));
});
