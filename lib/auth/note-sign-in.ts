import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { linkMembers } from "./link-members";

const NOTE = `UPDATE "user" SET last_sign_in_at = now() WHERE id = $1 RETURNING session_epoch`;

/** What follows every sign-in: members of a verified e-mail are tied to the user. Returns the epoch that the cookie carries. */
export async function noteSignIn(userId: string, remoteAddress: string | null = null): Promise<number> {
  await transaction((tx) => linkMembers(tx, userId, remoteAddress));
  const noted = await pool().query<{ session_epoch: number }>(NOTE, [userId]);
  const row = noted.rows[0];
  if (!row) throw new Error(`user ${userId} vanished while signing in`);
  return row.session_epoch;
}
