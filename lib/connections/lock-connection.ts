import type { Transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { connectionNotFound } from "./parse-connection-id";

export type LockedConnection = {
  id: string;
  displayName: string;
  identityProvider: string;
  status: "active" | "paused";
  tokenCopiedAt: Date | null;
  callBodiesKept: boolean;
};

/**
 * Locks a connection that is not deleted, so that changes of its tokens and status happen one after the other.
 * Throws `scim_connection_not_found`.
 */
export async function lockConnection(tx: Transaction, scope: OrganizationScope, connectionId: string): Promise<LockedConnection> {
  const { rows } = await tx.query<LockedConnection>(
    `SELECT id, display_name AS "displayName", identity_provider AS "identityProvider", status, token_copied_at AS "tokenCopiedAt", call_bodies_kept AS "callBodiesKept"
       FROM connection
      WHERE organization_id = $1 AND id = $2 AND status <> 'deleted'
        FOR UPDATE`,
    [scope.organizationId, connectionId],
  );
  const [locked] = rows;
  if (!locked) throw connectionNotFound();
  return locked;
}
