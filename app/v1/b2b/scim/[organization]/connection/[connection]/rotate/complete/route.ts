import { completeRotation } from "@/lib/connections/complete-rotation";
import { describeConnection } from "@/lib/connections/describe-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { connectionTokenOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(connectionTokenOperations.rotateComplete, async ({ scope, params }) => {
  const connection = await completeRotation(scope, parseConnectionId(params.connection));
  return { connection: await describeConnection(scope, connection) };
});
