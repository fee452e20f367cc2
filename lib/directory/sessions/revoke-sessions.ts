import { recordAudit } from "@/lib/activity/record-audit";
import { toWireId } from "@/lib/contracts/wire-id";
import { publishLive } from "@/lib/db/notify";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { lockMember } from "../members/lock-member";
import { endMemberSessions } from "./end-member-sessions";
import { sessionNotFound } from "./find-session";

const END_ONE = `
  UPDATE member_session s SET revoked_at = coalesce(s.revoked_at, now()), revoked_reason = coalesce(s.revoked_reason, 'revoked')
    FROM (SELECT id, revoked_at FROM member_session WHERE id = $1 AND organization_id = $2 AND ($3::uuid IS NULL OR member_id = $3) FOR UPDATE) old
   WHERE s.id = old.id RETURNING s.member_id AS "memberId", old.revoked_at IS NULL AS ended`;

/** Ends one session (row id), of this member where one is named. One that is over already stays so. @throws DomainError `not_found` */
export async function revokeSession(scope: OrganizationScope, sessionId: string, memberId: string | null = null): Promise<void> {
  await transaction(async (tx) => {
    const { rows } = await tx.query<{ memberId: string; ended: boolean }>(END_ONE, [sessionId, scope.organizationId, memberId]);
    const [row] = rows;
    if (!row) throw sessionNotFound();
    if (!row.ended) return;
    const member = await lockMember(tx, scope, row.memberId, { deleted: true });
    await recordAudit(tx, {
      scope,
      action: "session.revoke",
      target: { type: "member", id: member.id, label: member.name || member.email },
      before: { member_session_id: toWireId("member-session", sessionId) },
    });
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["members"] });
}

/** Ends all live sessions of a member (row id) and answers how many there were. @throws DomainError `not_found` */
export async function revokeMemberSessions(scope: OrganizationScope, memberId: string): Promise<number> {
  const ended = await transaction(async (tx) => {
    const member = await lockMember(tx, scope, memberId, { deleted: true });
    const count = await endMemberSessions(tx, [member.id], "revoked");
    const target = { type: "member", id: member.id, label: member.name || member.email };
    if (count > 0) await recordAudit(tx, { scope, action: "session.revoke_all", target, before: { sessions: count } });
    return count;
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["members"] });
  return ended;
}
