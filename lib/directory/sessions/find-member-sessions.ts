import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { type MemberSession, SESSION_COLUMNS } from "./member-session";

const MOST = 200;

const select = (live: boolean) => `
  SELECT ${SESSION_COLUMNS} FROM member_session s JOIN organization o ON o.id = s.organization_id
   WHERE s.organization_id = $1 AND s.member_id = $2 ${live ? "AND s.revoked_at IS NULL AND s.expires_at > now()" : ""}
   ORDER BY s.revoked_at IS NULL AND s.expires_at > now() DESC, s.started_at DESC, s.id LIMIT ${MOST}`;

/** The live sessions of a member (row id), the newest first; with `ended` also those that are over, after them. */
export async function findMemberSessions(scope: OrganizationScope, memberId: string, { ended = false } = {}): Promise<MemberSession[]> {
  const name = ended ? "find-all-member-sessions" : "find-live-member-sessions";
  return (await pool().query<MemberSession>({ name, text: select(!ended), values: [scope.organizationId, memberId] })).rows;
}
