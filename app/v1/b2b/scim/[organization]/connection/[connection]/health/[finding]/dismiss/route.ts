import { dismissFinding } from "@/lib/connections/health/dismiss-finding";
import { getHealth } from "@/lib/connections/health/get-health";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { DismissFindingBody } from "@/lib/contracts/health";
import { withOrganization } from "@/lib/http/with-organization";

type Params = { connection: string; finding: string };

/** Ours: puts a finding aside, with a reason, until it changes or clears. */
export const POST = withOrganization<Params, DismissFindingBody, undefined>({ permission: "connection.update", body: DismissFindingBody }, async ({ scope, params, body }) => {
  const connectionId = parseConnectionId(params.connection);
  await dismissFinding(scope, { connectionId, code: params.finding, reason: body.reason });
  return { health: await getHealth(scope, connectionId) };
});
