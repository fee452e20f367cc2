import type { Locale } from "@/i18n/locales";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { findMailLocale } from "@/lib/mail/find-mail-locale";
import { sendMail } from "@/lib/mail/send-mail";
import { writeSignInMail } from "@/lib/mail/write-mail";

const KNOWN = `
  SELECT EXISTS (SELECT 1 FROM "user" WHERE email = $1)
      OR EXISTS (SELECT 1 FROM member WHERE email_key = $1 AND status IN ('active', 'invited')) AS known`;

/**
 * Sends a sign-in link to people who are known here, and does nothing for others. Returns at once: neither the answer nor
 * its time may tell whether an account exists. The link opens a page with a button, since mail scanners open links too.
 */
export function sendSignInLink(email: string, callbackUrl: string, locale: Locale): void {
  deliver(email, callbackUrl, locale).catch((error: unknown) => log().error({ err: error }, "a sign-in link could not be sent"));
}

async function deliver(email: string, callbackUrl: string, locale: Locale): Promise<void> {
  const found = await pool().query<{ known: boolean }>(KNOWN, [email]);
  if (!found.rows[0]?.known) return;
  await sendMail(writeSignInMail(email, await findMailLocale(email, { fallback: locale }), `${env().publicUrl}/sign-in/link${new URL(callbackUrl).search}`));
}
