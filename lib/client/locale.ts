import { localeCookie } from "@/i18n/locales";

/** Remembers a person's language in this browser for a year; the server reads it at the next request. */
export function chooseLocale(locale: string): void {
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=31536000; samesite=lax`;
}
