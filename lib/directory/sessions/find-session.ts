import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import { type MemberSession, SESSION_COLUMNS } from "./member-session";
import { sessionTokenHash } from "./session-token";

/** What names a session: its id (from a JWT that was verified), or its token. */
export type SessionKey = { id: string } | { token: string };

const select = (column: string) => `
  SELECT ${SESSION_COLUMNS}, s.expires_at <= now() AS expired FROM member_session s JOIN organization o ON o.id = s.organization_id WHERE s.${column} = $1`;

/**
 * A live session by its id or token. Of one that is over, whoever holds it is told why.
 * @throws DomainError `not_found` for an unknown one, `unauthorized` for one that expired or was ended
 */
export async function findSession(_scope: InstallationScope, key: SessionKey): Promise<MemberSession> {
  const { rows } = await pool().query<MemberSession & { expired: boolean }>(
    "id" in key
      ? { name: "find-session-by-id", text: select("id"), values: [key.id] }
      : { name: "find-session-by-token", text: select("token_hash"), values: [sessionTokenHash(key.token)] },
  );
  const [row] = rows;
  if (!row) throw sessionNotFound();
  const { expired, ...session } = row;
  if (session.revokedAt) {
    throw new DomainError("unauthorized", "session_ended", "The session was ended.", { reason: session.revokedReason, ended_at: session.revokedAt.toISOString() });
  }
  if (expired) throw new DomainError("unauthorized", "session_expired", "The session has expired.", { expired_at: session.expiresAt.toISOString() });
  return session;
}

/** The one refusal for a session that is not there. */
export function sessionNotFound(): DomainError {
  return new DomainError("not_found", "session_not_found", "Session could not be found.");
}
