import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";
import { type SessionKey, sessionNotFound } from "./find-session";
import { sessionTokenHash } from "./session-token";

export type LocatedSession = { id: string; organizationId: string; memberId: string };

const select = (column: string) => `SELECT id, organization_id AS "organizationId", member_id AS "memberId" FROM member_session WHERE ${column} = $1`;

/** Whose a session is, by its id or token, whether it is live or over. @throws DomainError `not_found` */
export async function locateSession(_scope: InstallationScope, key: SessionKey): Promise<LocatedSession> {
  const [text, value] = "id" in key ? [select("id"), key.id] : [select("token_hash"), sessionTokenHash(key.token)];
  const { rows } = await pool().query<LocatedSession>(text, [value]);
  if (!rows[0]) throw sessionNotFound();
  return rows[0];
}
