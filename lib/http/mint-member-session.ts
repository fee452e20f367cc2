import { findProjectId } from "@/lib/auth/project-id";
import { clock } from "@/lib/clock";
import type { MintSessionBody } from "@/lib/contracts/session";
import { getMember } from "@/lib/directory/members/get-member";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import type { AuthenticationFactor } from "@/lib/directory/sessions/member-session";
import { mintSession } from "@/lib/directory/sessions/mint-session";
import type { InstallationScope } from "@/lib/scope";
import { answerSession } from "./answer-session";
import { openOrganization } from "./open-organization";

/** POST /v1/b2b/sessions: the vendor's app says that it has authenticated this member, and how. */
export async function mintMemberSession(scope: InstallationScope, body: MintSessionBody) {
  const organization = await openOrganization(scope, body.organization_id);
  const memberId = await resolveMember(organization, body.member_id);
  const session = await mintSession(organization, memberId, {
    minutes: body.session_duration_minutes,
    customClaims: body.session_custom_claims,
    factors: readFactors(body.authentication_factors),
    userAgent: body.attributes?.user_agent,
    remoteAddress: body.attributes?.ip_address,
  });
  const [member, projectId] = await Promise.all([getMember(organization, memberId), findProjectId(scope)]);
  return answerSession(organization, session, member, projectId);
}

function readFactors(given: MintSessionBody["authentication_factors"]): AuthenticationFactor[] {
  const now = clock.now().toISOString();
  if (given === undefined) return [{ type: "imported", delivery_method: "imported_api", last_authenticated_at: now }];
  return given.map((factor) => ({ ...factor, last_authenticated_at: factor.last_authenticated_at ?? now }));
}
