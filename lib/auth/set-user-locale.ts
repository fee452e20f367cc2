import type { Locale } from "@/i18n/locales";
import { pool } from "@/lib/db/client";

/** Remembers a user's language, for e-mails to them. */
export async function setUserLocale(userId: string, locale: Locale): Promise<void> {
  await pool().query(`UPDATE "user" SET locale = $2 WHERE id = $1`, [userId, locale]);
}
