import { cookies } from "next/headers";
import { enterSetupLink } from "@/lib/auth/setup-links/enter-setup-link";
import { setupCookieName, setupCookieOptions } from "@/lib/auth/setup-links/setup-cookie";
import { OpenSetupLinkBody } from "@/lib/contracts/setup-link";
import { withPublic } from "@/lib/http/with-public";

export const POST = withPublic({ body: OpenSetupLinkBody }, async ({ body, remoteAddress, userAgent }) => {
  const { secret, expiresAt } = await enterSetupLink({ ...body, remoteAddress, userAgent });
  (await cookies()).set(setupCookieName(), secret, setupCookieOptions(expiresAt));
  return { expires_at: expiresAt.toISOString() };
});
