import { finishMove } from "@/lib/connections/move/finish-move";
import { presentMove } from "@/lib/connections/move/present-move";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { moveOperations } from "@/lib/contracts/operations/moves";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization(moveOperations.finish, async ({ scope, params, body }) => ({
  move: presentMove(await finishMove(scope, parseConnectionId(params.connection), body.only_old)),
}));
