import { cookies } from "next/headers";
import { z } from "zod";
import { leaveSetupLink } from "@/lib/auth/setup-links/leave-setup-link";
import { setupCookieName, setupCookieOptions } from "@/lib/auth/setup-links/setup-cookie";
import { withPublic } from "@/lib/http/with-public";

export const POST = withPublic({ body: z.object({}) }, async () => {
  const jar = await cookies();
  await leaveSetupLink(jar.get(setupCookieName())?.value);
  jar.set(setupCookieName(), "", setupCookieOptions(new Date(0)));
  return {};
});
