import { localeCookie } from "@/i18n/locales";
import { postForm } from "./api";

/** Remembers a person's language in this browser for a year; the server reads it at the next request. E-mails to who is signed in follow. */
export function chooseLocale(locale: string): void {
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=31536000; samesite=lax`;
  postForm("/api/language", { locale }).catch(() => undefined);
}
