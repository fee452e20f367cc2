import type { Transaction } from "@/lib/db/transaction";
import { recordEvents } from "@/lib/events/record-events";
import type { OrganizationScope } from "@/lib/scope";
import { findBrakeCases } from "./find-brake-cases";
import { lockBrake } from "./lock-brake";
import { presentBrakeCase } from "./present-brake";

/** Closes a case in which nobody waits any more, and tells so; one that is closed or still has somebody waiting stays as it is. */
export async function closeBrakeCase(tx: Transaction, scope: OrganizationScope, { connectionId, caseId }: { connectionId: string; caseId: string }): Promise<void> {
  await lockBrake(tx, connectionId);
  await tx.query("SELECT 1 FROM brake_case WHERE organization_id = $1 AND id = $2 FOR UPDATE", [scope.organizationId, caseId]);
  const [before] = await findBrakeCases(scope, { connectionId, caseId }, tx);
  if (!before || before.status === "closed" || before.counts.waiting > 0) return;
  await tx.query("UPDATE brake_case SET status = 'closed', closed_at = now(), closed_by = $2 WHERE id = $1", [caseId, scope.actor.label]);
  const [closed] = await findBrakeCases(scope, { connectionId, caseId }, tx);
  if (!closed) return;
  await recordEvents(tx, [
    {
      type: `${scope.actor.type === "user" ? "dashboard" : "direct"}.brake_case.update`,
      organizationId: scope.organizationId,
      connectionId,
      objectId: caseId,
      wireId: `brake-case-${caseId}`,
      object: presentBrakeCase(closed),
    },
  ]);
}
