import { createTranslator } from "use-intl/core";
import messages from "@/messages/en/mail.json";
import { env } from "@/lib/env";
import type { Mail } from "./send-mail";

/** The e-mail with a sign-in link. */
export function writeSignInMail(to: string, url: string): Mail {
  const t = createTranslator({ locale: "en", messages, namespace: "signIn" });
  return { to, subject: t("subject"), text: t("text", { url, host: new URL(env().publicUrl).host }) };
}

/** The e-mail that invites an org admin. */
export function writeInvitationMail(to: string, invitation: { url: string; organization: string; inviter: string; expiresAt: Date }): Mail {
  const t = createTranslator({ locale: "en", messages, namespace: "invitation" });
  const { url, organization, inviter, expiresAt } = invitation;
  const expires = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(expiresAt);
  return { to, subject: t("subject", { inviter, organization }), text: t("text", { url, inviter, organization, expires }) };
}

/** The e-mail that tells an org admin of a mass departure. */
export function writeBrakeMail(to: string, braked: { url: string; organization: string; connection: string; mode: "suspend" | "hold"; people: number; percent: number }): Mail {
  const t = createTranslator({ locale: "en", messages, namespace: "brake" });
  const { url, organization, connection, people, percent } = braked;
  return { to, subject: t("subject", { connection, organization }), text: t(braked.mode, { url, connection, organization, people, percent }) };
}

/** The e-mail with a link that sets up a connection without an account. */
export function writeSetupLinkMail(to: string, link: { url: string; organization: string; sender: string; expiresAt: Date }): Mail {
  const t = createTranslator({ locale: "en", messages, namespace: "setupLink" });
  const { url, organization, sender, expiresAt } = link;
  const expires = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(expiresAt);
  return { to, subject: t("subject", { organization }), text: t("text", { url, sender, organization, expires }) };
}

/** The e-mail that a token ends soon. */
export function writeExpiryMail(to: string, token: { url: string; connection: string; organization: string; lastFour: string; days: number; expiresAt: Date }): Mail {
  const t = createTranslator({ locale: "en", messages, namespace: "tokenExpiry" });
  const { expiresAt, ...values } = token;
  const expires = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(expiresAt);
  return { to, subject: t("subject", values), text: t("text", { ...values, expires }) };
}
