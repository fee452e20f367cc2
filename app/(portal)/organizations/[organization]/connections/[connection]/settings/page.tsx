import { getTranslations } from "next-intl/server";
import { ConnectionSettings } from "@/components/connections/settings/connection-settings";
import { requireConnection } from "@/lib/auth/require-connection";
import { presentConnectionDetails } from "@/lib/connections/present-connection";

type Props = { params: Promise<{ organization: string; connection: string }> };

export async function generateMetadata() {
  const t = await getTranslations("connections.tabs");
  return { title: t("settings") };
}

export default async function ConnectionSettingsPage({ params }: Props) {
  const { organization: slug, connection: id } = await params;
  const { organization, connection, permissions } = await requireConnection(slug, id, "connection.update");
  return (
    <ConnectionSettings
      organization={organization.slug}
      initial={presentConnectionDetails(connection, [])}
      mayDelete={permissions.has("connection.delete")}
    />
  );
}
