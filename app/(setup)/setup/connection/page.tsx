import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CreateConnectionForm } from "@/components/connections/create-connection-form";
import { SetUp } from "@/components/connections/set-up/set-up";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { requireSetupLink } from "@/lib/auth/require-setup-link";
import { findConnection } from "@/lib/connections/find-connection";
import { presentConnectionDetails } from "@/lib/connections/present-connection";

/** Set-up without an account: first choose the identity provider, then the same three parts as in the portal. */
export default async function SetupConnectionPage() {
  const { scope, session } = await requireSetupLink();
  const organization = `setup-link-${session.linkId}`;
  if (!session.connectionId) {
    const t = await getTranslations("connections.create");
    return (
      <Card>
        <CardHeader title={t("title")} description={t("description")} />
        <CardBody>
          <CreateConnectionForm organization={organization} chosen={session.identityProvider} />
        </CardBody>
      </Card>
    );
  }
  const connection = await findConnection(scope, session.connectionId);
  if (!connection) redirect("/setup/ended");
  return <SetUp organization={organization} initial={presentConnectionDetails(connection, [])} />;
}
