import { createTransport } from "nodemailer";
import type { Locale } from "@/i18n/locales";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { writeHtml } from "./write-html";

/** `text` names the url of `action` on a line of its own, which is a button with the label in the HTML part. */
export type Mail = { to: string; locale: Locale; subject: string; text: string; action: { label: string; url: string } };

/** Whether e-mail really leaves this installation. */
export function canSendMail(): boolean {
  return env().smtpUrl !== undefined;
}

/**
 * Sends one e-mail, as text and as HTML. Without SMTP_URL it is written to the log in development, and in production not at all
 * (a link in a production log would be a way in). Resolves to whether it was handed to a mail server; never throws,
 * since a caller's answer must not depend on the mail server.
 */
export async function sendMail(mail: Mail): Promise<boolean> {
  const { smtpUrl, mailFrom, production } = env();
  if (!smtpUrl) {
    if (!production) log().info({ to: mail.to, subject: mail.subject, link: mail.action.url }, `e-mail (SMTP_URL is not set)\n${mail.text}`);
    return false;
  }
  try {
    const { to, subject, text } = mail;
    await createTransport(smtpUrl).sendMail({ from: mailFrom, to, subject, text, html: writeHtml(mail) });
    return true;
  } catch (error) {
    log().error({ err: error, subject: mail.subject }, "an e-mail could not be sent");
    return false;
  }
}
