import { env } from "@/lib/env";

/** How long a sign-in lasts, in seconds. Access itself is asked of the database at every request. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;

/** Over https cookies carry `Secure` and the `__Secure-` prefix. */
export function usesSecureCookies(): boolean {
  return env().publicUrl.startsWith("https://");
}

/** The name of the session cookie, as next-auth spells it. */
export function sessionCookieName(): string {
  return `${usesSecureCookies() ? "__Secure-" : ""}next-auth.session-token`;
}
