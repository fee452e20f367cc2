import type { Transaction } from "@/lib/db/transaction";
import { eventSource } from "@/lib/events/event-source";
import { recordEvents } from "@/lib/events/record-events";
import type { OrganizationScope } from "@/lib/scope";
import { toWireId } from "@/lib/contracts/wire-id";
import { loadMembers } from "./load-members";
import { presentMember } from "./present-member";

const batch = 500;

/**
 * Records an event for each of these members as they are now, in the transaction of the change. `dashboard.member.*` when a person changed something in
 * the portal, `direct.member.*` when it came by API or command line.
 */
export async function announceMemberChange(
  tx: Transaction,
  scope: OrganizationScope,
  action: "create" | "update" | "delete",
  memberIds: readonly string[],
): Promise<void> {
  const source = eventSource(scope.actor);
  for (let start = 0; start < memberIds.length; start += batch) {
    const members = await loadMembers(scope, memberIds.slice(start, start + batch), tx);
    await recordEvents(
      tx,
      members.map((member) => ({
        type: `${source}.member.${action}` as const,
        organizationId: scope.organizationId,
        objectId: member.id,
        memberId: member.id,
        wireId: toWireId("member", member.id),
        object: presentMember(member),
      })),
    );
  }
}
