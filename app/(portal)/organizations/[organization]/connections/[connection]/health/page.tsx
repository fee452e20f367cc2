import { getTranslations } from "next-intl/server";
import { HealthPanel } from "@/components/health/health-panel";
import { requireConnection } from "@/lib/auth/require-connection";
import { getHealth } from "@/lib/connections/health/get-health";

type Props = { params: Promise<{ organization: string; connection: string }> };

export async function generateMetadata() {
  const t = await getTranslations("health");
  return { title: t("title") };
}

export default async function ConnectionHealthPage({ params }: Props) {
  const { organization: slug, connection: id } = await params;
  const { scope, organization, connection, permissions } = await requireConnection(slug, id);
  return (
    <HealthPanel
      organization={organization.slug}
      connectionId={`scim-connection-${connection.id}`}
      identityProvider={connection.identityProvider}
      initial={await getHealth(scope, connection.id)}
      canDismiss={permissions.has("connection.update")}
    />
  );
}
