import { recordAudit } from "@/lib/activity/record-audit";
import type { IdentityProvider } from "@/lib/contracts/connection";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "./announce-connection";
import type { Connection } from "./connection";
import { getConnection } from "./get-connection";
import { recordConnectionEvent } from "./record-connection-event";
import { lockConnection } from "./lock-connection";

export type ConnectionChange = { displayName?: string | undefined; identityProvider?: IdentityProvider | undefined };

/** Renames a connection or says that it belongs to another kind of IdP. Base URL id and token stay. */
export async function updateConnection(scope: OrganizationScope, connectionId: string, change: ConnectionChange): Promise<Connection> {
  await transaction(async (tx) => {
    const before = await lockConnection(tx, scope, connectionId);
    const after = {
      displayName: change.displayName ?? before.displayName,
      identityProvider: change.identityProvider ?? before.identityProvider,
    };
    if (after.displayName === before.displayName && after.identityProvider === before.identityProvider) return;
    await tx.query("UPDATE connection SET display_name = $2, identity_provider = $3, updated_at = now() WHERE id = $1", [
      connectionId,
      after.displayName,
      after.identityProvider,
    ]);
    await recordAudit(tx, {
      scope,
      action: "connection.update",
      target: { type: "connection", id: connectionId, label: after.displayName },
      before: { display_name: before.displayName, identity_provider: before.identityProvider },
      after: { display_name: after.displayName, identity_provider: after.identityProvider },
    });
    await recordConnectionEvent(tx, scope, connectionId, "update");
  });
  await announceConnection(scope, connectionId);
  return getConnection(scope, connectionId);
}
