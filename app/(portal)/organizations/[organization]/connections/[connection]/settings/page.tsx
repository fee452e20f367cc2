import { getTranslations } from "next-intl/server";
import { ConnectionSettings } from "@/components/connections/settings/connection-settings";
import { requireConnection } from "@/lib/auth/require-connection";
import { findMove } from "@/lib/connections/move/find-move";
import { presentConnectionDetails } from "@/lib/connections/present-connection";

type Props = { params: Promise<{ organization: string; connection: string }> };

export async function generateMetadata() {
  const t = await getTranslations("connections.tabs");
  return { title: t("settings") };
}

export default async function ConnectionSettingsPage({ params }: Props) {
  const { organization: slug, connection: id } = await params;
  const { scope, organization, connection, permissions } = await requireConnection(slug, id, "connection.update");
  const move = await findMove(scope, connection.id);
  return (
    <ConnectionSettings
      organization={organization.slug}
      initial={presentConnectionDetails(connection, [])}
      moving={move?.status === "open"}
      mayDelete={permissions.has("connection.delete")}
    />
  );
}
