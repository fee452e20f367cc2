import { recordAudit } from "@/lib/activity/record-audit";
import type { IdentityProvider } from "@/lib/contracts/connection";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "./announce-connection";
import type { Connection } from "./connection";
import { getConnection } from "./get-connection";
import { recordConnectionEvent } from "./record-connection-event";
import { lockConnection } from "./lock-connection";

export type ConnectionChange = { displayName?: string | undefined; identityProvider?: IdentityProvider | undefined; callBodiesKept?: boolean | undefined };

/** Renames a connection, says that it belongs to another kind of IdP, or turns its privacy mode on or off. Base URL id and token stay. */
export async function updateConnection(scope: OrganizationScope, connectionId: string, change: ConnectionChange): Promise<Connection> {
  await transaction(async (tx) => {
    const before = await lockConnection(tx, scope, connectionId);
    const after = {
      displayName: change.displayName ?? before.displayName,
      identityProvider: change.identityProvider ?? before.identityProvider,
      callBodiesKept: change.callBodiesKept ?? before.callBodiesKept,
    };
    if (after.displayName === before.displayName && after.identityProvider === before.identityProvider && after.callBodiesKept === before.callBodiesKept) return;
    await tx.query("UPDATE connection SET display_name = $2, identity_provider = $3, call_bodies_kept = $4, updated_at = now() WHERE id = $1", [
      connectionId,
      after.displayName,
      after.identityProvider,
      after.callBodiesKept,
    ]);
    await recordAudit(tx, {
      scope,
      action: "connection.update",
      target: { type: "connection", id: connectionId, label: after.displayName },
      before: { display_name: before.displayName, identity_provider: before.identityProvider, call_bodies_kept: before.callBodiesKept },
      after: { display_name: after.displayName, identity_provider: after.identityProvider, call_bodies_kept: after.callBodiesKept },
    });
    await recordConnectionEvent(tx, scope, connectionId, "update");
  });
  await announceConnection(scope, connectionId);
  return getConnection(scope, connectionId);
}
