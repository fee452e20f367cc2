import { pool } from "@/lib/db/client";

const UPDATE = `
  UPDATE "user" SET
    password_hash = CASE WHEN email_verified IS NULL THEN NULL ELSE password_hash END,
    session_epoch = session_epoch + CASE WHEN email_verified IS NULL THEN 1 ELSE 0 END,
    email_verified = coalesce(email_verified, now())
  WHERE id = $1`;

/**
 * Notes that a user has shown that the e-mail is theirs. At the first proof a password that was set without one is
 * dropped and its sessions end: otherwise someone could register a stranger's address with a password of their own and
 * wait for the stranger to arrive.
 */
export async function verifyUserEmail(userId: string): Promise<void> {
  await pool().query(UPDATE, [userId]);
}
