import { recordAudit } from "@/lib/activity/record-audit";
import { protectLastAdmin } from "@/lib/directory/roles/protect-last-admin";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceConnection } from "./announce-connection";
import { closeConnection } from "./close-connection";
import { recordConnectionEvent } from "./record-connection-event";
import { lockConnection } from "./lock-connection";
import { removeGroups } from "./remove-groups";
import { removePeople } from "./remove-people";

export type DeletedConnection = { connectionId: string; people: number; groups: number };

/**
 * Deletes a connection: its tokens, registrations, groups and role mappings go, and with them the roles that they gave. The
 * members themselves stay: with `keep` as they are (those known by no other connection become `direct`), with `deactivate`
 * those that no other connection keeps active are deactivated. Throws `scim_connection_not_found`, and
 * `last_org_admin` when nobody would be left who administers the organization, and `connection_moving` while a move is open.
 */
export async function deleteConnection(
  scope: OrganizationScope,
  connectionId: string,
  members: "keep" | "deactivate",
): Promise<DeletedConnection> {
  const counted = await transaction(async (tx) => {
    const before = await lockConnection(tx, scope, connectionId);
    await refuseMoving(tx, connectionId);
    const { groups, people } = await protectLastAdmin(tx, scope, async () => {
      await recordConnectionEvent(tx, scope, connectionId, "delete");
      await closeConnection(tx, connectionId);
      return { groups: await removeGroups(tx, connectionId), people: await removePeople(tx, scope, connectionId, members) };
    });
    await recordAudit(tx, {
      scope,
      action: "connection.delete",
      target: { type: "connection", id: connectionId, label: before.displayName },
      before: { display_name: before.displayName, identity_provider: before.identityProvider, status: before.status },
      after: { members, people, groups },
    });
    return { connectionId, people, groups };
  });
  await announceConnection(scope, connectionId);
  return counted;
}

async function refuseMoving(tx: Transaction, connectionId: string): Promise<void> {
  const { rowCount } = await tx.query("SELECT 1 FROM connection_move WHERE $1 IN (from_connection_id, to_connection_id) AND status = 'open'", [connectionId]);
  if (rowCount) throw new DomainError("conflict", "connection_moving", "People are moving from or to this connection. Finish or cancel the move first.");
}
