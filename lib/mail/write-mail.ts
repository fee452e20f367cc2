import { createTranslator } from "use-intl/core";
import type { Locale } from "@/i18n/locales";
import { env } from "@/lib/env";
import german from "@/messages/de/mail.json";
import english from "@/messages/en/mail.json";
import type { Mail } from "./send-mail";

type Texts = typeof english;

const catalogues: Record<Locale, Texts> = { en: english, de: german };

function translate<Name extends keyof Texts>(locale: Locale, namespace: Name) {
  return createTranslator({ locale, messages: catalogues[locale], namespace });
}

function day(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
}

function moment(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(at);
}

/** The e-mail with a sign-in link. */
export function writeSignInMail(to: string, locale: Locale, url: string): Mail {
  const t = translate(locale, "signIn");
  return { to, locale, subject: t("subject"), text: t("text", { url, host: new URL(env().publicUrl).host }), action: { label: t("action"), url } };
}

/** The e-mail that invites an org admin. `inviter` is a person; a program that invites is not named. */
export function writeInvitationMail(to: string, locale: Locale, invitation: { url: string; organization: string; inviter: string | null; expiresAt: Date }): Mail {
  const t = translate(locale, "invitation");
  const { url, organization, expiresAt } = invitation;
  const inviter = { named: invitation.inviter === null ? "no" : "yes", inviter: invitation.inviter ?? "" };
  return { to, locale, subject: t("subject", { ...inviter, organization }), text: t("text", { ...inviter, url, organization, expires: day(locale, expiresAt) }), action: { label: t("action"), url } };
}

/** The e-mail that tells an org admin of a mass departure. */
export function writeBrakeMail(to: string, locale: Locale, braked: { url: string; organization: string; connection: string; mode: "suspend" | "hold"; people: number; percent: number }): Mail {
  const t = translate(locale, "brake");
  const { url, organization, connection, people, percent } = braked;
  return { to, locale, subject: t("subject", { connection, organization }), text: t(braked.mode, { url, connection, organization, people, percent }), action: { label: t("action"), url } };
}

/** The e-mail with a link that sets up a connection without an account. `sender` is a person; a program that asks is not named. */
export function writeSetupLinkMail(to: string, locale: Locale, link: { url: string; organization: string; sender: string | null; expiresAt: Date }): Mail {
  const t = translate(locale, "setupLink");
  const { url, organization, expiresAt } = link;
  const sender = { named: link.sender === null ? "no" : "yes", sender: link.sender ?? "" };
  return { to, locale, subject: t("subject", { organization }), text: t("text", { ...sender, url, organization, expires: moment(locale, expiresAt) }), action: { label: t("action"), url } };
}

/** The e-mail that a token ends soon. */
export function writeExpiryMail(to: string, locale: Locale, token: { url: string; connection: string; organization: string; lastFour: string; days: number; expiresAt: Date }): Mail {
  const t = translate(locale, "tokenExpiry");
  const { expiresAt, ...values } = token;
  const { url } = token;
  return { to, locale, subject: t("subject", values), text: t("text", { ...values, expires: moment(locale, expiresAt) }), action: { label: t("action"), url } };
}
