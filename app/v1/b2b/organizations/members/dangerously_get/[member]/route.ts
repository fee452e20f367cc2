import { z } from "zod";
import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import { parseWireId } from "@/lib/contracts/wire-id";
import { findOrganizationOfMember } from "@/lib/directory/members/find-organization-of-member";
import { getMember, memberNotFound } from "@/lib/directory/members/get-member";
import { answerMember } from "@/lib/http/answer-member";
import { withInstallation } from "@/lib/http/with-installation";

const Query = z.object({ include_deleted: z.enum(["true", "false"]).default("false") });

type Params = { member: string };

export const GET = withInstallation<Params, unknown, z.infer<typeof Query>>({ permission: "member.get", query: Query }, async ({ scope, params, query }) => {
  const memberId = parseWireId("member", params.member);
  const organizationId = await findOrganizationOfMember(scope, memberId);
  if (!organizationId) throw memberNotFound();
  const organization = scopeToOrganization(organizationId, scope.actor);
  return answerMember(organization, await getMember(organization, memberId, { deleted: query.include_deleted === "true" }));
});
