import { getTranslations } from "next-intl/server";
import { ScimRequests } from "@/components/activity/scim-requests";
import { requireConnection } from "@/lib/auth/require-connection";

type Props = { params: Promise<{ organization: string; connection: string }> };

export async function generateMetadata() {
  const t = await getTranslations("activity");
  return { title: t("title") };
}

export default async function ConnectionActivityPage({ params }: Props) {
  const { organization: slug, connection: id } = await params;
  const { organization, connection, permissions } = await requireConnection(slug, id, "activity.get");
  return (
    <ScimRequests
      organization={organization.slug}
      connectionId={`scim-connection-${connection.id}`}
      identityProvider={connection.identityProvider}
      canReplay={permissions.has("connection.update")}
    />
  );
}
