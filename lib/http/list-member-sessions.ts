import type { SessionsQuery } from "@/lib/contracts/session";
import { getMember } from "@/lib/directory/members/get-member";
import { resolveMember } from "@/lib/directory/members/resolve-member";
import { findMemberSessions } from "@/lib/directory/sessions/find-member-sessions";
import { presentSession } from "@/lib/directory/sessions/present-session";
import type { OrganizationScope } from "@/lib/scope";

/** The sessions of one member, live ones first, each with the roles that the member has at this moment. @throws DomainError `not_found` */
export async function listMemberSessions(scope: OrganizationScope, member: string, { include_ended, cursor, limit }: Omit<SessionsQuery, "organization_id" | "member_id">) {
  const memberId = await resolveMember(scope, member);
  const { inForce } = await getMember(scope, memberId, { deleted: true });
  const { sessions, nextCursor } = await findMemberSessions(scope, memberId, { ended: include_ended === "true", cursor, offset: 0, limit });
  return { member_sessions: sessions.map((session) => presentSession(session, inForce.map((role) => role.roleId))), next_cursor: nextCursor };
}
