import { redirect } from "next/navigation";
import { HealthPanel } from "@/components/health/health-panel";
import { requireSetupLink } from "@/lib/auth/require-setup-link";
import { findConnection } from "@/lib/connections/find-connection";
import { getHealth } from "@/lib/connections/health/get-health";

/** What is wrong with the connection, for whoever sets it up. Putting a finding aside is the organization's. */
export default async function SetupHealthPage() {
  const { scope, session } = await requireSetupLink();
  const connection = session.connectionId ? await findConnection(scope, session.connectionId) : null;
  if (!connection) redirect("/setup/connection");
  const { id, identityProvider } = connection;
  return <HealthPanel organization={`setup-link-${session.linkId}`} connectionId={`scim-connection-${id}`} identityProvider={identityProvider} initial={await getHealth(scope, id)} canDismiss={false} />;
}
