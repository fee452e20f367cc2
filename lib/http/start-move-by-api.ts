import { findConnectionRoles } from "@/lib/connections/find-connection-roles";
import { presentMove } from "@/lib/connections/move/present-move";
import { startMove } from "@/lib/connections/move/start-move";
import { parseConnectionId } from "@/lib/connections/parse-connection-id";
import { presentConnectionWithToken } from "@/lib/connections/present-connection";
import type { StartMoveBody } from "@/lib/contracts/move";
import type { OrganizationScope } from "@/lib/scope";

/** Begins a move: the connection that was made for it with its token, which is in this answer only. */
export async function startMoveByApi({ scope, params, body }: { scope: OrganizationScope; params: { connection: string }; body: StartMoveBody }) {
  const { connection, bearerToken, move } = await startMove(scope, {
    fromId: parseConnectionId(params.connection),
    displayName: body.display_name,
    identityProvider: body.identity_provider,
    groupNames: body.group_names,
  });
  return { move: presentMove(move), connection: presentConnectionWithToken(connection, await findConnectionRoles(scope, connection.id), bearerToken) };
}
