import { presentMember } from "@/lib/directory/members/present-member";
import type { MemberRecord } from "@/lib/directory/members/member-record";
import type { MemberSession } from "@/lib/directory/sessions/member-session";
import { presentSession } from "@/lib/directory/sessions/present-session";
import { sessionToken } from "@/lib/directory/sessions/session-token";
import { signSessionJwt } from "@/lib/directory/sessions/sign-session-jwt";
import { getOrganization } from "@/lib/organizations/get-organization";
import { showOrganization } from "@/lib/organizations/show-organization";
import type { OrganizationScope } from "@/lib/scope";

/** What every operation that gives out a session answers: the session, its token, a fresh JWT, and whose it is. */
export async function answerSession(scope: OrganizationScope, session: MemberSession, member: MemberRecord, projectId: string) {
  const roles = member.inForce.map((role) => role.roleId);
  const [jwt, organization] = await Promise.all([signSessionJwt(session, roles, projectId), getOrganization(scope)]);
  return {
    member_id: `member-${member.id}`,
    member_session: presentSession(session, roles),
    session_token: sessionToken(session.id),
    session_jwt: jwt,
    member: presentMember(member),
    organization: showOrganization(organization),
    // Nothing more is to be proved: Rollcall mints no half sessions.
    member_authenticated: true,
  };
}
