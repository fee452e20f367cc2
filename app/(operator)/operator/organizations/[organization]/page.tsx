import { getTranslations } from "next-intl/server";
import { AdminsSection } from "@/components/organizations/admins-section";
import { ConnectionsSummary } from "@/components/organizations/connections-summary";
import { InvitationsSection } from "@/components/organizations/invitations-section";
import { OrganizationFacts } from "@/components/organizations/organization-facts";
import { OrganizationHeader } from "@/components/organizations/organization-header";
import { SetupLinksSection } from "@/components/setup-links/setup-links-section";
import { Stat, StatGroup } from "@/components/ui/stat";
import { requireOperator } from "@/lib/auth/require-operator";
import { requireOrganization } from "@/lib/auth/require-organization";
import { findConnections } from "@/lib/connections/find-connections";
import { countMembersByStatus } from "@/lib/organizations/count-members-by-status";
import { findAdmins } from "@/lib/organizations/find-admins";
import { getOrganization } from "@/lib/organizations/get-organization";
import { findInvitations } from "@/lib/organizations/invitations/find-invitations";
import { findSetupLinks } from "@/lib/organizations/setup-links/find-setup-links";
import { canSendMail } from "@/lib/mail/send-mail";

type Props = { params: Promise<{ organization: string }> };

export async function generateMetadata({ params }: Props) {
  await requireOperator();
  return { title: (await requireOrganization((await params).organization)).organization.name };
}

export default async function OrganizationPage({ params }: Props) {
  await requireOperator();
  const { scope } = await requireOrganization((await params).organization);
  const t = await getTranslations("operator.organization");
  const [organization, counts, admins, invitations, connections, { links }] = await Promise.all([
    getOrganization(scope),
    countMembersByStatus(scope),
    findAdmins(scope),
    findInvitations(scope),
    findConnections(scope),
    findSetupLinks(scope),
  ]);
  return (
    <>
      <OrganizationHeader organization={organization} />
      <StatGroup>
        <Stat label={t("activeMembers")} value={t("count", { count: counts.active })} href={`/organizations/${organization.slug}/members?status=active`} />
        <Stat label={t("deactivatedMembers")} value={t("count", { count: counts.deactivated })} href={`/organizations/${organization.slug}/members?status=deactivated`} />
        <Stat label={t("invitedMembers")} value={t("count", { count: counts.invited })} />
        <Stat label={t("connectionCount")} value={t("count", { count: connections.length })} href={`/organizations/${organization.slug}/connections`} />
      </StatGroup>
      <AdminsSection organization={organization.slug} admins={admins} mayInvite />
      {invitations.length > 0 ? <InvitationsSection organization={organization.slug} invitations={invitations} /> : null}
      <ConnectionsSummary slug={organization.slug} connections={connections} />
      <SetupLinksSection
        organization={organization.slug}
        organizationName={organization.name}
        links={links}
        connections={connections.map(({ id, displayName }) => ({ id, name: displayName }))}
        canEmail={canSendMail()}
      />
      <OrganizationFacts organization={organization} />
    </>
  );
}
