import { getRequestConfig } from "next-intl/server";
import { requestLocale } from "@/lib/auth/request-locale";
import type { Locale } from "./locales";
import { type Messages, namespaces } from "./messages";

export default getRequestConfig(async () => {
  const locale = await requestLocale();
  return { locale, messages: await loadMessages(locale), timeZone: "UTC", now: new Date() };
});

async function loadMessages(locale: Locale): Promise<Messages> {
  const files = await Promise.all(namespaces.map((name) => import(`../messages/${locale}/${name}.json`) as Promise<{ default: unknown }>));
  return Object.fromEntries(namespaces.map((name, index) => [name, files[index]?.default])) as Messages;
}
