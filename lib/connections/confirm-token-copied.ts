import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "./announce-connection";
import type { Connection } from "./connection";
import { getConnection } from "./get-connection";
import { lockConnection } from "./lock-connection";

/** The admin ticked "I have copied the token": the set-up goes on and the token is not offered again. */
export async function confirmTokenCopied(scope: OrganizationScope, connectionId: string): Promise<Connection> {
  await transaction(async (tx) => {
    const { displayName, tokenCopiedAt } = await lockConnection(tx, scope, connectionId);
    if (tokenCopiedAt) return;
    await tx.query("UPDATE connection SET token_copied_at = now() WHERE id = $1", [connectionId]);
    await recordAudit(tx, {
      scope,
      action: "connection.token_copied",
      target: { type: "connection", id: connectionId, label: displayName },
      before: { token_copied: false },
      after: { token_copied: true },
    });
  });
  await announceConnection(scope, connectionId);
  return getConnection(scope, connectionId);
}
