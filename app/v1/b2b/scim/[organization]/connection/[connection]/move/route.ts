import { findMoveLosses } from "@/lib/connections/move/find-move-losses";
import { getMove } from "@/lib/connections/move/find-move";
import { presentMove } from "@/lib/connections/move/present-move";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { moveOperations } from "@/lib/contracts/operations/moves";
import { startMoveByApi } from "@/lib/http/start-move-by-api";
import { withOrganization } from "@/lib/http/with-organization";

export const GET = withOrganization(moveOperations.get, async ({ scope, params }) => {
  const move = await getMove(scope, parseConnectionId(params.connection));
  const losses = move.status === "open" ? await findMoveLosses(scope, move) : [];
  return { move: presentMove(move), losses: losses.map(({ roleId, count }) => ({ role_id: roleId, count })) };
});

export const POST = withOrganization(moveOperations.start, startMoveByApi);
