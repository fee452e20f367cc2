import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "./announce-connection";
import type { Connection } from "./connection";
import { getConnection } from "./get-connection";
import { lockConnection } from "./lock-connection";
import { requireOpenRotation } from "./require-open-rotation";

/** Ends the overlap the other way: the new token dies, the old one stays. Throws `rotation_not_started`. */
export async function cancelRotation(scope: OrganizationScope, connectionId: string): Promise<Connection> {
  await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    const { current, next } = await requireOpenRotation(tx, connectionId);
    await tx.query("UPDATE connection_token SET revoked_at = now(), revoked_for = 'cancelled' WHERE id = $1", [next.id]);
    await recordAudit(tx, {
      scope,
      action: "connection.rotation_cancel",
      target: { type: "connection", id: connectionId, label: displayName },
      before: { next_token_last_four: next.lastFour },
      after: { token_last_four: current?.lastFour ?? null },
    });
  });
  await announceConnection(scope, connectionId);
  return getConnection(scope, connectionId);
}
