import { dismissFinding } from "@/lib/connections/health/dismiss-finding";
import { getHealth } from "@/lib/connections/health/get-health";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { healthOperations } from "@/lib/contracts/operations/health";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: takes a dismissal back. */
export const POST = withOrganization(healthOperations.restore, async ({ scope, params }) => {
  const connectionId = parseConnectionId(params.connection);
  await dismissFinding(scope, { connectionId, code: params.finding, reason: null });
  return { health: await getHealth(scope, connectionId) };
});
