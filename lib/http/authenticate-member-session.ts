import { findProjectId } from "@/lib/auth/project-id";
import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import type { AuthenticateSessionBody } from "@/lib/contracts/session";
import { loadMembers } from "@/lib/directory/members/load-members";
import type { MemberRecord } from "@/lib/directory/members/member-record";
import { memberNotFound } from "@/lib/directory/members/get-member";
import { authenticateSession } from "@/lib/directory/sessions/authenticate-session";
import { readSessionJwt } from "@/lib/directory/sessions/read-session-jwt";
import type { InstallationScope } from "@/lib/scope";
import { answerSession } from "./answer-session";
import { judgeAction } from "./judge-action";

/**
 * POST /v1/b2b/sessions/authenticate: whether a session is live, with roles as they are at this moment. Refused when
 * `authorization_check` is not allowed; then nothing is extended.
 */
export async function authenticateMemberSession(scope: InstallationScope, body: AuthenticateSessionBody) {
  const projectId = await findProjectId(scope);
  const key = body.session_jwt === undefined ? { token: body.session_token ?? "" } : { id: await readSessionJwt(body.session_jwt, projectId) };
  const wish = { minutes: body.session_duration_minutes, customClaims: body.session_custom_claims };
  const check = body.authorization_check;
  const known: { verdict?: { authorized: true; granting_roles: string[] } } = {};
  const session = await authenticateSession(scope, key, wish, async (found) => {
    const organization = scopeToOrganization(found.organizationId, scope.actor);
    if (check) known.verdict = await judgeAction(organization, await loadMember(organization, found.memberId), check);
  });
  const organization = scopeToOrganization(session.organizationId, scope.actor);
  const member = await loadMember(organization, session.memberId);
  return { ...(await answerSession(organization, session, member, projectId)), ...known };
}

async function loadMember(organization: ReturnType<typeof scopeToOrganization>, memberId: string): Promise<MemberRecord> {
  const [member] = await loadMembers(organization, [memberId]);
  if (!member) throw memberNotFound();
  return member;
}
