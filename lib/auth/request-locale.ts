import { cookies, headers } from "next/headers";
import { type Locale, localeCookie, pickLocale } from "@/i18n/locales";

/** The language in which the present request's pages are answered. */
export async function requestLocale(): Promise<Locale> {
  return pickLocale((await cookies()).get(localeCookie)?.value, (await headers()).get("accept-language"));
}
