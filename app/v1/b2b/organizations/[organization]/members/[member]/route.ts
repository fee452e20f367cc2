import { memberOperations } from "@/lib/contracts/operations/members";
import { toWireId } from "@/lib/contracts/wire-id";
import { deleteMember } from "@/lib/directory/members/delete-member";
import { getMember } from "@/lib/directory/members/get-member";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { updateMember } from "@/lib/directory/members/update-member";
import { answerMember } from "@/lib/http/answer-member";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(memberOperations.show, async ({ scope, params }) =>
  answerMember(scope, await getMember(scope, await resolveMember(scope, params.member))));

export const PUT = withOrganization(memberOperations.update, async ({ scope, params, body }) => {
  const { email_address: email, external_id: externalId, trusted_metadata: trustedMetadata, untrusted_metadata: untrustedMetadata } = body;
  const change = { email, name: body.name, externalId, roles: body.roles, trustedMetadata, untrustedMetadata };
  return answerMember(scope, await updateMember(scope, await resolveMember(scope, params.member), change));
});

export const DELETE = withOrganization(memberOperations.delete, async ({ scope, params }) => {
  const memberId = await resolveMember(scope, params.member);
  await deleteMember(scope, memberId);
  return { member_id: toWireId("member", memberId) };
});
