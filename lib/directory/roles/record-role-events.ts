import type { Transaction } from "@/lib/db/transaction";
import { eventSource } from "@/lib/events/event-source";
import { recordEventEverywhere } from "@/lib/events/record-event-everywhere";
import { type EventFact, recordEvents } from "@/lib/events/record-events";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";
import { presentRole } from "./present-role";
import type { RoleRecord } from "./role-record";

type RoleDifference = { role: RoleRecord; action: "create" | "update" | "delete" };

/**
 * Tells of roles that were added, changed or removed, in the transaction of the change. Whoever holds one may do something else from now on, although
 * the role itself is still theirs. A role of the catalogue is every organization's: each is told (decision 030).
 */
export async function recordRoleEvents(tx: Transaction, scope: OrganizationScope | InstallationScope, changes: readonly RoleDifference[]): Promise<void> {
  const facts = changes.map(({ role, action }) => ({
    ...{ type: `${eventSource(scope.actor)}.role.${action}` as EventFact["type"], objectId: role.id, wireId: role.roleId, object: presentRole(role) },
    organizationId: role.organizationId,
  }));
  await recordEvents(tx, facts.flatMap(({ organizationId, ...fact }): EventFact[] => (organizationId === null ? [] : [{ ...fact, organizationId }])));
  for (const { organizationId, ...fact } of facts) if (organizationId === null) await recordEventEverywhere(tx, fact);
}
