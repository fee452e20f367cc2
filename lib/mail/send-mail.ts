import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

export type Mail = { to: string; subject: string; text: string };

/** Whether e-mail really leaves this installation. */
export function canSendMail(): boolean {
  return env().smtpUrl !== undefined;
}

/**
 * Sends one plain-text e-mail. Without SMTP_URL it is written to the log in development, and in production not at all
 * (a link in a production log would be a way in). Resolves to whether it was handed to a mail server; never throws,
 * since a caller's answer must not depend on the mail server.
 */
export async function sendMail(mail: Mail): Promise<boolean> {
  const { smtpUrl, mailFrom, production } = env();
  if (!smtpUrl) {
    if (!production) log().info({ to: mail.to, subject: mail.subject }, `e-mail (SMTP_URL is not set)\n${mail.text}`);
    return false;
  }
  try {
    await createTransport(smtpUrl).sendMail({ from: mailFrom, ...mail });
    return true;
  } catch (error) {
    log().error({ err: error, subject: mail.subject }, "an e-mail could not be sent");
    return false;
  }
}
