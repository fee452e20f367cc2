import { cancelMove } from "@/lib/connections/move/cancel-move";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization<{ connection: string }, undefined, undefined>({ permission: "connection.update" }, async ({ scope, params }) => {
  await cancelMove(scope, parseConnectionId(params.connection));
  return {};
});
