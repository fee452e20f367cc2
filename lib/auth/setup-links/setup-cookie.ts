import { usesSecureCookies } from "../session-cookie";

/** The name of the cookie of someone inside a set-up link. */
export function setupCookieName(): string {
  return usesSecureCookies() ? "__Host-rollcall-setup" : "rollcall-setup";
}

/** Never readable by scripts, never sent by another site's forms. `Lax`: an IdP sends the browser back to the consent page. */
export function setupCookieOptions(expires: Date) {
  return { httpOnly: true, sameSite: "lax", secure: usesSecureCookies(), path: "/", expires } as const;
}
