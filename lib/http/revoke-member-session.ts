import { findProjectId } from "@/lib/auth/project-id";
import type { Caller } from "@/lib/auth/identify-caller";
import { scopeToOrganization } from "@/lib/auth/scope-to-organization";
import type { RevokeSessionBody } from "@/lib/contracts/session";
import { memberNotFound } from "@/lib/directory/members/get-member";
import { findOrganizationOfMember } from "@/lib/directory/members/find-organization-of-member";
import { sessionNotFound } from "@/lib/directory/sessions/find-session";
import { locateSession } from "@/lib/directory/sessions/locate-session";
import { readSessionJwt } from "@/lib/directory/sessions/read-session-jwt";
import { revokeMemberSessions, revokeSession } from "@/lib/directory/sessions/revoke-sessions";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import { addressedId } from "./addressed-id";

/**
 * POST /v1/b2b/sessions/revoke: ends one session, or all of a member. Ending what is over already is no error. A member may
 * end their own, and those of others with the permission for it.
 */
export async function revokeMemberSession(scope: InstallationScope, body: RevokeSessionBody, caller: Pick<Caller, "member">): Promise<Record<string, never>> {
  if (body.member_id !== undefined) {
    const memberId = addressedId("member", body.member_id);
    const organizationId = await findOrganizationOfMember(scope, memberId);
    if (!organizationId || isForeign(caller, organizationId)) throw memberNotFound();
    refuseOthers(caller, memberId);
    await revokeMemberSessions(scopeToOrganization(organizationId, scope.actor), memberId);
    return {};
  }
  const { id, organizationId, memberId } = await locateSession(scope, await readKey(scope, body));
  if (isForeign(caller, organizationId)) throw sessionNotFound();
  refuseOthers(caller, memberId);
  await revokeSession(scopeToOrganization(organizationId, scope.actor), id);
  return {};
}

function isForeign({ member }: Pick<Caller, "member">, organizationId: string): boolean {
  return member !== undefined && member.organizationId !== organizationId;
}

function refuseOthers({ member }: Pick<Caller, "member">, memberId: string): void {
  if (!member || member.memberId === memberId || member.permissions.has("session.revoke")) return;
  throw new DomainError("forbidden", "unauthorized_action", "Your roles do not allow this action.", { permission: "session.revoke" });
}

async function readKey(scope: InstallationScope, { member_session_id, session_token, session_jwt }: RevokeSessionBody) {
  if (session_token !== undefined) return { token: session_token };
  if (session_jwt !== undefined) return { id: await readSessionJwt(session_jwt, await findProjectId(scope)) };
  return { id: addressedId("member-session", member_session_id ?? "") };
}
