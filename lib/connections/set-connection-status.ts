import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "./announce-connection";
import type { Connection } from "./connection";
import { getConnection } from "./get-connection";
import { recordConnectionEvent } from "./record-connection-event";
import { lockConnection } from "./lock-connection";

/** Pauses or resumes a connection; doing what is done already changes nothing and is not audited. */
export async function setConnectionStatus(
  scope: OrganizationScope,
  connectionId: string,
  status: "active" | "paused",
): Promise<Connection> {
  await transaction(async (tx) => {
    const before = await lockConnection(tx, scope, connectionId);
    if (before.status === status) return;
    await tx.query("UPDATE connection SET status = $2, updated_at = now() WHERE id = $1", [connectionId, status]);
    await recordAudit(tx, {
      scope,
      action: status === "paused" ? "connection.pause" : "connection.resume",
      target: { type: "connection", id: connectionId, label: before.displayName },
      before: { status: before.status },
      after: { status },
    });
    await recordConnectionEvent(tx, scope, connectionId, "update");
  });
  await announceConnection(scope, connectionId);
  return getConnection(scope, connectionId);
}
