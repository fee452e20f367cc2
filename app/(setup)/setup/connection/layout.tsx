import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LiveUpdates } from "@/components/activity/live-updates";
import { SetupShell } from "@/components/setup-links/setup-shell";
import { requireSetupLink } from "@/lib/auth/require-setup-link";
import { clock } from "@/lib/clock";
import { parseTheme, themeCookie } from "@/lib/client/theme";

export async function generateMetadata() {
  const [t, { session }] = await Promise.all([getTranslations("setupLinks.shell"), requireSetupLink()]);
  return { title: t("title", { organization: session.organizationName }), referrer: "same-origin" as const };
}

export default async function SetupLayout({ children }: { children: ReactNode }) {
  const renderedAt = clock.now().toISOString();
  const { session } = await requireSetupLink();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <SetupShell
      organization={{ name: session.organizationName, logoUrl: session.logoUrl, color: session.brandColor }}
      person={session.name}
      expiresAt={session.linkExpiresAt.toISOString()}
      connected={session.connectionId !== null}
      theme={theme}
    >
      {/* The stream is narrowed to the connection when it opens: with the connection that was just made it opens anew. */}
      <LiveUpdates key={session.connectionId} organization={`setup-link-${session.linkId}`} renderedAt={renderedAt} />
      {children}
    </SetupShell>
  );
}
