import { getTranslations } from "next-intl/server";
import { AdminsSection } from "@/components/organizations/admins-section";
import { CallsCard } from "@/components/organizations/calls-card";
import { InvitationsSection } from "@/components/organizations/invitations-section";
import { ProfileForm } from "@/components/organizations/profile-form";
import { SessionLengthForm } from "@/components/sessions/session-length-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireOrganization } from "@/lib/auth/require-organization";
import { env } from "@/lib/env";
import { findAdmins } from "@/lib/organizations/find-admins";
import { getOrganization } from "@/lib/organizations/get-organization";
import { findInvitations } from "@/lib/organizations/invitations/find-invitations";

type Props = { params: Promise<{ organization: string }> };

export async function generateMetadata() {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage({ params }: Props) {
  const { scope, organization, user, permissions } = await requireOrganization((await params).organization, "settings.update");
  const t = await getTranslations("settings");
  const [admins, invitations, { sessionMinutes, callRetentionDays, callBodiesKept }] = await Promise.all([findAdmins(scope), findInvitations(scope), getOrganization(scope)]);
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <PageHeader title={t("title")} description={t("description", { name: organization.name })} />
      <ProfileForm organization={organization} slugEditable={user.operator} portalUrl={env().publicUrl} />
      <SessionLengthForm organization={organization.slug} minutes={sessionMinutes} />
      <CallsCard organization={organization.slug} retentionDays={callRetentionDays} installationDays={env().callRetentionDays} bodiesKept={callBodiesKept} />
      <AdminsSection organization={organization.slug} admins={admins} mayInvite={permissions.has("member.create")} />
      {invitations.length > 0 ? <InvitationsSection organization={organization.slug} invitations={invitations} /> : null}
    </div>
  );
}
