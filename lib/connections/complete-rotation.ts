import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "./announce-connection";
import type { Connection } from "./connection";
import { getConnection } from "./get-connection";
import { lockConnection } from "./lock-connection";
import { requireOpenRotation } from "./require-open-rotation";

/** Ends the overlap: the old token dies, the new one takes its place. Throws `rotation_not_started`. */
export async function completeRotation(scope: OrganizationScope, connectionId: string): Promise<Connection> {
  await transaction(async (tx) => {
    const { displayName } = await lockConnection(tx, scope, connectionId);
    const { current, next } = await requireOpenRotation(tx, connectionId);
    if (current) await tx.query("UPDATE connection_token SET revoked_at = now(), revoked_for = 'rotated' WHERE id = $1", [current.id]);
    await tx.query("UPDATE connection_token SET slot = 'current' WHERE id = $1", [next.id]);
    await tx.query("UPDATE connection SET token_copied_at = coalesce(token_copied_at, now()) WHERE id = $1", [connectionId]);
    await recordAudit(tx, {
      scope,
      action: "connection.rotation_complete",
      target: { type: "connection", id: connectionId, label: displayName },
      before: { token_last_four: current?.lastFour ?? null },
      after: { token_last_four: next.lastFour },
    });
  });
  await announceConnection(scope, connectionId);
  return getConnection(scope, connectionId);
}
