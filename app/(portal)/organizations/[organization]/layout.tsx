import type { ReactNode } from "react";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { LiveUpdates } from "@/components/activity/live-updates";
import { AppShell } from "@/components/layout/app-shell";
import { portalNavigation } from "@/components/layout/portal-navigation";
import { OrganizationSwitcher } from "@/components/layout/organization-switcher";
import { UserMenu } from "@/components/layout/user-menu";
import { requireOrganization } from "@/lib/auth/require-organization";
import { parseTheme, themeCookie } from "@/lib/client/theme";
import { clock } from "@/lib/clock";
import { findUserOrganizations } from "@/lib/organizations/find-user-organizations";

type Props = { params: Promise<{ organization: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props) {
  // The layout below answers 404 or redirects; were it to happen here, the page that says so would have no title.
  const access = await requireOrganization((await params).organization).catch(() => null);
  if (!access) return { title: { absolute: (await getTranslations("common.errors"))("notFoundTitle") } };
  const { name } = access.organization;
  return { title: { default: name, template: `%s · ${name}` } };
}

export default async function OrganizationLayout({ params, children }: Props) {
  const renderedAt = clock.now().toISOString();
  const { organization, user, permissions } = await requireOrganization((await params).organization, "organization.get");
  const t = await getTranslations("common");
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <AppShell
      organization={organization.slug}
      heading={<OrganizationSwitcher current={organization} organizations={await findUserOrganizations(user.id)} operator={user.operator} />}
      navigation={portalNavigation(organization.slug, permissions, t)}
      footer={<UserMenu user={user} theme={theme} place="organization" />}
    >
      <LiveUpdates organization={organization.slug} renderedAt={renderedAt} />
      {children}
    </AppShell>
  );
}
