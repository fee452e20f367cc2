import { decode } from "next-auth/jwt";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";

export type SessionUser = { id: string; email: string; name: string | null; operator: boolean };

const SELECT = `SELECT id, email, name, operator, session_epoch FROM "user" WHERE id = $1`;

/**
 * Who a session cookie belongs to, or null. The cookie only names a user and an epoch: the row is read every time, so a
 * user who is gone, demoted or signed out everywhere (`session_epoch` raised) is noticed at the next request.
 */
export async function readSession(cookie: string | undefined): Promise<SessionUser | null> {
  const secret = env().sessionSecret;
  if (!cookie || !secret) return null;
  const token = await decode({ token: cookie, secret }).catch(() => null);
  if (!token?.sub || typeof token.epoch !== "number") return null;
  const found = await pool().query<SessionUser & { session_epoch: number }>({ name: "read-session", text: SELECT, values: [token.sub] });
  const row = found.rows[0];
  if (!row || row.session_epoch !== token.epoch) return null;
  return { id: row.id, email: row.email, name: row.name, operator: row.operator };
}
