import type { Transaction } from "@/lib/db/transaction";
import { eventSource } from "@/lib/events/event-source";
import { recordEvents } from "@/lib/events/record-events";
import type { Actor } from "@/lib/scope";
import { ORGANIZATION_COLUMNS, type OrganizationRow } from "./get-organization";
import { showOrganization } from "./show-organization";

const SELECT = `SELECT ${ORGANIZATION_COLUMNS} FROM organization o WHERE o.id = $1`;

/** Tells of an organization as it is now, in the transaction of the change: after a creation or update, before a deletion. */
export async function recordOrganizationEvent(tx: Transaction, actor: Actor, organizationId: string, action: "create" | "update" | "delete"): Promise<void> {
  const { rows } = await tx.query<OrganizationRow>({ name: "organization-of-event", text: SELECT, values: [organizationId] });
  await recordEvents(
    tx,
    rows.map((row) => ({
      type: `${eventSource(actor)}.organization.${action}` as const,
      organizationId,
      objectId: organizationId,
      wireId: `organization-${organizationId}`,
      object: showOrganization(row),
    })),
  );
}
