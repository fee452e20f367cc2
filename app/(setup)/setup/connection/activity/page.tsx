import { redirect } from "next/navigation";
import { ScimRequests } from "@/components/activity/scim-requests";
import { requireSetupLink } from "@/lib/auth/require-setup-link";
import { findConnection } from "@/lib/connections/find-connection";

/** What the identity provider called, for whoever sets the connection up. */
export default async function SetupActivityPage() {
  const { scope, session } = await requireSetupLink();
  const connection = session.connectionId ? await findConnection(scope, session.connectionId) : null;
  if (!connection) redirect("/setup/connection");
  return <ScimRequests organization={`setup-link-${session.linkId}`} connectionId={`scim-connection-${connection.id}`} identityProvider={connection.identityProvider} canReplay={false} />;
}
