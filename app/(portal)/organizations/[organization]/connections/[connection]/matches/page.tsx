import { getTranslations } from "next-intl/server";
import { Matches } from "@/components/connections/matches/matches";
import { requireConnection } from "@/lib/auth/require-connection";

type Props = { params: Promise<{ organization: string; connection: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("matches"))("title") };
}

export default async function MatchesPage({ params }: Props) {
  const { organization: slug, connection: id } = await params;
  const { organization, connection, permissions } = await requireConnection(slug, id, "member.get");
  return (
    <Matches
      organization={organization.slug}
      connectionId={`scim-connection-${connection.id}`}
      identityProvider={connection.identityProvider}
      mayDecide={permissions.has("member.update")}
    />
  );
}
