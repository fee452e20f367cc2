import { findProjectId } from "@/lib/auth/project-id";
import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import type { RevokeSessionBody } from "@/lib/contracts/session";
import { memberNotFound } from "@/lib/directory/members/get-member";
import { findOrganizationOfMember } from "@/lib/directory/members/find-organization-of-member";
import { locateSession } from "@/lib/directory/sessions/locate-session";
import { readSessionJwt } from "@/lib/directory/sessions/read-session-jwt";
import { revokeMemberSessions, revokeSession } from "@/lib/directory/sessions/revoke-sessions";
import type { InstallationScope } from "@/lib/scope";
import { addressedId } from "./addressed-id";

/** POST /v1/b2b/sessions/revoke: ends one session, or all of a member. Ending what is over already is no error. */
export async function revokeMemberSession(scope: InstallationScope, body: RevokeSessionBody): Promise<Record<string, never>> {
  if (body.member_id !== undefined) {
    const memberId = addressedId("member", body.member_id);
    const organizationId = await findOrganizationOfMember(scope, memberId);
    if (!organizationId) throw memberNotFound();
    await revokeMemberSessions(scopeToOrganization(organizationId, scope.actor), memberId);
    return {};
  }
  const { id, organizationId } = await locateSession(scope, await readKey(scope, body));
  await revokeSession(scopeToOrganization(organizationId, scope.actor), id);
  return {};
}

async function readKey(scope: InstallationScope, { member_session_id, session_token, session_jwt }: RevokeSessionBody) {
  if (session_token !== undefined) return { token: session_token };
  if (session_jwt !== undefined) return { id: await readSessionJwt(session_jwt, await findProjectId(scope)) };
  return { id: addressedId("member-session", member_session_id ?? "") };
}
