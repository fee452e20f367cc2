import { cancelRotation } from "@/lib/connections/cancel-rotation";
import { describeConnection } from "@/lib/connections/describe-connection";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { connectionTokenOperations } from "@/lib/contracts/operations/connections";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(connectionTokenOperations.rotateCancel, async ({ scope, params }) => {
  const connection = await cancelRotation(scope, parseConnectionId(params.connection));
  return { connection: await describeConnection(scope, connection) };
});
