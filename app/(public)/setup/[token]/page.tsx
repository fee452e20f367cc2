import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/layout/public-shell";
import { EnterForm } from "@/components/setup-links/enter-form";
import { SetupLinkGone } from "@/components/setup-links/setup-link-gone";
import { RelativeTime } from "@/components/ui/relative-time";
import { findOpenSetupLink } from "@/lib/auth/setup-links/find-open-setup-link";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("setupLinks.enter"))("titleShort"), referrer: "no-referrer" as const };
}

/** What a set-up link opens first. Looking at it changes nothing: scanners of mail servers look at every link. */
export default async function EnterSetupLinkPage({ params }: Props) {
  const { token } = await params;
  const link = await findOpenSetupLink(token);
  if (!link) return <SetupLinkGone />;
  const t = await getTranslations("setupLinks.enter");
  const { organizationName: organization, logoUrl, brandColor, connectionName, createdBy, expiresAt } = link;
  const sender = { named: createdBy === null ? "no" : "yes", sender: createdBy ?? "" };
  return (
    <PublicShell
      organization={{ name: organization, logoUrl, brandColor }}
      title={t("title", { organization })}
      description={connectionName ? t("descriptionOf", { ...sender, connection: connectionName }) : t("description", sender)}
      footer={t.rich("expires", { when: () => <RelativeTime at={expiresAt} /> })}
    >
      <EnterForm token={token} organization={organization} />
    </PublicShell>
  );
}
