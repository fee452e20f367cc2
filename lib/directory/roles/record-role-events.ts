import type { Transaction } from "@/lib/db/transaction";
import { eventSource } from "@/lib/events/event-source";
import { type EventFact, recordEvents } from "@/lib/events/record-events";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";
import { presentRole } from "./present-role";
import type { RoleRecord } from "./role-record";

/**
 * Tells of an organization's own roles, in the transaction of the change. Whoever holds one may do something else from now on, although the role itself is
 * still theirs. Roles of the catalogue belong to no organization, and events to one: nothing is told of them.
 */
export async function recordRoleEvents(tx: Transaction, scope: OrganizationScope | InstallationScope, changes: readonly { role: RoleRecord; action: "create" | "update" | "delete" }[]): Promise<void> {
  const facts = changes.flatMap(({ role, action }): EventFact[] => {
    if (role.organizationId === null) return [];
    return [{ type: `${eventSource(scope.actor)}.role.${action}`, organizationId: role.organizationId, objectId: role.id, wireId: role.roleId, object: presentRole(role) }];
  });
  await recordEvents(tx, facts);
}
