import { booleanPart, type ListOrder, timePart, uuidPart } from "@/lib/db/list-order";
import { type ListPart, readListPage } from "@/lib/db/read-list-page";
import type { OrganizationScope } from "@/lib/scope";
import { type MemberSession, SESSION_COLUMNS } from "./member-session";

const live = "(s.revoked_at IS NULL AND s.expires_at > now())";

const from = `
  FROM member_session s JOIN organization o ON o.id = s.organization_id
 WHERE s.organization_id = $1 AND s.member_id = $2 AND ($3::boolean OR ${live})`;

const liveFirst: ListOrder = {
  name: "member-sessions",
  parts: [
    { sql: live, kind: booleanPart, descending: true },
    { sql: "s.started_at", kind: timePart, descending: true },
    { sql: "s.id", kind: uuidPart, descending: true },
  ],
};

type Find = Partial<ListPart> & { ended?: boolean };

/** A page of the live sessions of a member (row id), the newest first; with `ended` also those that are over, after them. Throws `invalid_cursor`. */
export async function findMemberSessions(
  scope: OrganizationScope,
  memberId: string,
  { ended = false, cursor, offset = 0, limit = 200 }: Find = {},
): Promise<{ sessions: MemberSession[]; nextCursor: string | null }> {
  const source = { name: "find-member-sessions", columns: SESSION_COLUMNS, from, values: [scope.organizationId, memberId, ended] };
  const { rows, nextCursor } = await readListPage<MemberSession>(source, liveFirst, { cursor, offset, limit });
  return { sessions: rows, nextCursor };
}
