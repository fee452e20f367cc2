import type { Locale } from "@/i18n/locales";
import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { linkMembers } from "./link-members";

const NOTE = `UPDATE "user" SET last_sign_in_at = now(), locale = coalesce($2, locale) WHERE id = $1 RETURNING session_epoch`;

/** Where a sign-in came from: its address, and the language its pages are answered in. */
type SignInOrigin = { remoteAddress?: string | null; locale?: Locale | null };

/** What follows every sign-in: members of a verified e-mail are tied to the user, and their language is remembered for e-mails. Returns the epoch that the cookie carries. */
export async function noteSignIn(userId: string, { remoteAddress = null, locale = null }: SignInOrigin = {}): Promise<number> {
  await transaction((tx) => linkMembers(tx, userId, remoteAddress));
  const noted = await pool().query<{ session_epoch: number }>(NOTE, [userId, locale]);
  const row = noted.rows[0];
  if (!row) throw new Error(`user ${userId} vanished while signing in`);
  return row.session_epoch;
}
