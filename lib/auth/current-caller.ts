import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Caller } from "./identify-caller";
import { readSession, type SessionUser } from "./read-session";
import { sessionCookieName } from "./session-cookie";

/** Who looks at this page, or null. Read once a request, however many layouts and pages ask. */
export const currentUser = cache(async (): Promise<SessionUser | null> => readSession((await cookies()).get(sessionCookieName())?.value));

/** The same person as a caller of the domain, with the address for the audit. */
export async function currentCaller(): Promise<(Caller & { user: SessionUser }) | null> {
  const user = await currentUser();
  if (!user) return null;
  const address = (await headers()).get("x-forwarded-for")?.split(",")[0]?.trim() || null;
  return { actor: { type: "user", id: user.id, label: user.name || user.email, remoteAddress: address }, user };
}
