import { getHealth } from "@/lib/connections/health/get-health";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { healthOperations } from "@/lib/contracts/operations/health";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: what is wrong with a connection, when its IdP was heard of, and what had to be tolerated. */
export const GET = withOrganization(healthOperations.get, async ({ scope, params }) => ({
  health: await getHealth(scope, parseConnectionId(params.connection)),
}));
