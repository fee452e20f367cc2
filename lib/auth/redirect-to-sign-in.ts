import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { safeCallback } from "./safe-callback";

/** Sends a page's signed-out visitor to /sign-in, and afterwards back to the page (proxy.ts notes its path). */
export async function redirectToSignIn(): Promise<never> {
  const wanted = safeCallback((await headers()).get("x-rollcall-path"));
  redirect(wanted === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(wanted)}`);
}
