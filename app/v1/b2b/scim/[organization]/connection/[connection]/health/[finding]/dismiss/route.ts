import { dismissFinding } from "@/lib/connections/health/dismiss-finding";
import { getHealth } from "@/lib/connections/health/get-health";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { healthOperations } from "@/lib/contracts/operations/health";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: puts a finding aside, with a reason, until it changes or clears. */
export const POST = withOrganization(healthOperations.dismiss, async ({ scope, params, body }) => {
  const connectionId = parseConnectionId(params.connection);
  await dismissFinding(scope, { connectionId, code: params.finding, reason: body.reason });
  return { health: await getHealth(scope, connectionId) };
});
