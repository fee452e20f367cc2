import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import { endpointNotFound } from "./find-endpoints";

const restart = `status = 'pending', attempt_count = 0, next_attempt_at = now(), settled_at = NULL`;

/** Sends one delivery again from the first try, with the id it had. Throws `delivery_not_found`. */
export async function redeliver(scope: InstallationScope, endpointId: string, deliveryId: string): Promise<void> {
  await transaction(async (tx) => {
    const { rowCount } = await tx.query(`UPDATE delivery SET ${restart} WHERE id = $1 AND endpoint_id = $2`, [deliveryId, endpointId]);
    if (rowCount === 0) throw new DomainError("not_found", "delivery_not_found", "The delivery could not be found.");
    const target = { type: "webhook_endpoint", id: endpointId, label: "" };
    await recordAudit(tx, { scope, action: "webhook_endpoint.redeliver", target, after: { delivery_id: deliveryId } });
  });
}

/** Sends everything since a time again, or only what did not arrive. Returns how many. Throws `webhook_endpoint_not_found`. */
export async function redeliverSince(scope: InstallationScope, endpointId: string, since: Date, onlyFailed: boolean): Promise<number> {
  return transaction(async (tx) => {
    const found = await tx.query<{ url: string }>("SELECT url FROM webhook_endpoint WHERE id = $1", [endpointId]);
    const [endpoint] = found.rows;
    if (!endpoint) throw endpointNotFound();
    const { rowCount } = await tx.query(
      `UPDATE delivery SET ${restart} WHERE endpoint_id = $1 AND created_at >= $2 AND (NOT $3 OR status <> 'delivered')`,
      [endpointId, since, onlyFailed],
    );
    const target = { type: "webhook_endpoint", id: endpointId, label: endpoint.url };
    const after = { since: since.toISOString(), only_failed: onlyFailed, deliveries: rowCount ?? 0 };
    await recordAudit(tx, { scope, action: "webhook_endpoint.redeliver_since", target, after });
    return rowCount ?? 0;
  });
}
