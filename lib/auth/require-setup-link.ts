import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { OrganizationScope } from "@/lib/scope";
import { scopeOfSession } from "./setup-links/authorize-setup-link";
import { readSetupSession, type SetupSession } from "./setup-links/read-setup-session";
import { setupCookieName } from "./setup-links/setup-cookie";

/** Who is inside a set-up link on this browser, or null. Read once a request. */
export const currentSetupSession = cache(
  async (): Promise<SetupSession | null> => readSetupSession((await cookies()).get(setupCookieName())?.value),
);

/** Opens the pages of a set-up link; /setup/ended when it is not open (any more). */
export const requireSetupLink = cache(async (): Promise<{ scope: OrganizationScope; session: SetupSession }> => {
  const session = await currentSetupSession();
  if (!session) redirect("/setup/ended");
  const address = (await headers()).get("x-forwarded-for")?.split(",")[0]?.trim() || null;
  return { scope: scopeOfSession(session, address), session };
});
