import { getTranslations } from "next-intl/server";
import { SetUp } from "@/components/connections/set-up/set-up";
import { requireConnection } from "@/lib/auth/require-connection";
import { presentConnectionDetails } from "@/lib/connections/present-connection";

type Props = { params: Promise<{ organization: string; connection: string }> };

export async function generateMetadata() {
  const t = await getTranslations("connections.tabs");
  return { title: t("setup") };
}

export default async function SetUpPage({ params }: Props) {
  const { organization: slug, connection: id } = await params;
  const { organization, connection } = await requireConnection(slug, id, "connection.update");
  return <SetUp organization={organization.slug} initial={presentConnectionDetails(connection, [])} />;
}
