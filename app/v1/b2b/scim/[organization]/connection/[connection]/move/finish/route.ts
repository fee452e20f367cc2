import { finishMove } from "@/lib/connections/move/finish-move";
import { presentMove } from "@/lib/connections/move/present-move";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { FinishMoveBody } from "@/lib/contracts/move";
import { withOrganization } from "@/lib/http/with-organization";

export const POST = withOrganization<{ connection: string }, FinishMoveBody, undefined>({ permission: "connection.delete", body: FinishMoveBody }, async ({ scope, params, body }) => ({
  move: presentMove(await finishMove(scope, parseConnectionId(params.connection), body.only_old)),
}));
