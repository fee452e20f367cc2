import { cancelMove } from "@/lib/connections/move/cancel-move";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { moveOperations } from "@/lib/contracts/operations/moves";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(moveOperations.cancel, async ({ scope, params }) => {
  await cancelMove(scope, parseConnectionId(params.connection));
  return {};
});
