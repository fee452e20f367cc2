import type { Transaction } from "@/lib/db/transaction";
import { eventSource } from "@/lib/events/event-source";
import { recordEvents } from "@/lib/events/record-events";
import type { OrganizationScope } from "@/lib/scope";
import { presentConnection } from "./present-connection";
import { selectConnections } from "./select-connections";

/** Tells of a connection as it is now, in the transaction of the change: after a creation or update, before a deletion. Role mappings are told by the members' roles. */
export async function recordConnectionEvent(tx: Transaction, scope: OrganizationScope, connectionId: string, action: "create" | "update" | "delete"): Promise<void> {
  const connections = await selectConnections(tx, scope.organizationId, connectionId);
  await recordEvents(
    tx,
    connections.map((connection) => {
      const { scim_group_implicit_role_assignments: _, ...object } = presentConnection(connection, []);
      return {
        type: `${eventSource(scope.actor)}.scim_connection.${action}` as const,
        organizationId: scope.organizationId,
        connectionId,
        objectId: connectionId,
        wireId: `scim-connection-${connectionId}`,
        object,
      };
    }),
  );
}
