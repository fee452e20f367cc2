import { describeConnection } from "@/lib/connections/describe-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { pauseConnection } from "@/lib/connections/pause-connection";
import { connectionOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(connectionOperations.pause, async ({ scope, params }) => {
  const connection = await pauseConnection(scope, parseConnectionId(params.connection));
  return { connection: await describeConnection(scope, connection) };
});
