import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ConnectionList } from "@/components/connections/connection-list";
import { SetupLinksSection } from "@/components/setup-links/setup-links-section";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireOrganization } from "@/lib/auth/require-organization";
import { findConnections } from "@/lib/connections/find-connections";
import { presentConnectionDetails } from "@/lib/connections/present-connection";
import { canSendMail } from "@/lib/mail/send-mail";
import { findSetupLinks } from "@/lib/organizations/setup-links/find-setup-links";

type Props = { params: Promise<{ organization: string }> };

export async function generateMetadata() {
  const t = await getTranslations("connections");
  return { title: t("title") };
}

export default async function ConnectionsPage({ params }: Props) {
  const { scope, organization, permissions } = await requireOrganization((await params).organization, "connection.get");
  const t = await getTranslations("connections");
  const connections = (await findConnections(scope)).map((connection) => presentConnectionDetails(connection, []));
  const add = (
    <ButtonLink variant="primary" href={`/organizations/${organization.slug}/connections/new`}>
      <Plus aria-hidden />
      {t("new")}
    </ButtonLink>
  );
  const mayAdd = permissions.has("connection.create");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={mayAdd && connections.length > 0 ? add : null} />
      {connections.length > 0 ? (
        <ConnectionList organization={organization.slug} connections={connections} />
      ) : (
        <Card>
          <EmptyState
            size="lg"
            kind={mayAdd ? "first-use" : "no-permission"}
            title={t("empty.title")}
            description={mayAdd ? t("empty.description") : t("empty.noPermission")}
            action={mayAdd ? add : null}
          />
        </Card>
      )}
      {mayAdd ? (
        <SetupLinksSection
          organization={organization.slug}
          organizationName={organization.name}
          links={(await findSetupLinks(scope)).links}
          connections={connections.map(({ connection_id: id, display_name: name }) => ({ id, name }))}
          canEmail={canSendMail()}
        />
      ) : null}
    </>
  );
}
