import { getHealth } from "@/lib/connections/health/get-health";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { withOrganization } from "@/lib/http/with-organization";

/** Ours: what is wrong with a connection, when its IdP was heard of, and what had to be tolerated. */
export const GET = withOrganization<{ connection: string }, undefined, undefined>({ permission: "connection.get" }, async ({ scope, params }) => ({
  health: await getHealth(scope, parseConnectionId(params.connection)),
}));
