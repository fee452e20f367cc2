import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import { endpointNotFound } from "./find-endpoints";

/** SQL: sends the deliveries that `which` names again. The try that arrived becomes one among the attempts. */
const restart = (which: string): string => `
  WITH again AS (
    SELECT id, settled_at, duration_ms, response_status, response_excerpt FROM delivery WHERE ${which} FOR UPDATE
  ), kept AS (
    INSERT INTO attempt (id, delivery_id, at, duration_ms, outcome, response_status, response_excerpt)
    SELECT gen_random_uuid(), id, settled_at, duration_ms, 'delivered', response_status, response_excerpt FROM again WHERE duration_ms IS NOT NULL
  )
  UPDATE delivery d
     SET status = 'pending', attempt_count = 0, next_attempt_at = now(), settled_at = NULL, duration_ms = NULL, response_status = NULL, response_excerpt = NULL
    FROM again WHERE d.id = again.id`;

/** Sends one delivery again from the first try, with the id it had. Throws `delivery_not_found`. */
export async function redeliver(scope: InstallationScope, endpointId: string, deliveryId: string): Promise<void> {
  await transaction(async (tx) => {
    const one = `${restart("id = $1 AND endpoint_id = $2")} RETURNING (SELECT url FROM webhook_endpoint w WHERE w.id = d.endpoint_id) AS url`;
    const [again] = (await tx.query<{ url: string }>(one, [deliveryId, endpointId])).rows;
    if (!again) throw new DomainError("not_found", "delivery_not_found", "The delivery could not be found.");
    const target = { type: "webhook_endpoint", id: endpointId, label: again.url };
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
      restart("endpoint_id = $1 AND created_at >= $2 AND (NOT $3 OR status <> 'delivered')"),
      [endpointId, since, onlyFailed],
    );
    const target = { type: "webhook_endpoint", id: endpointId, label: endpoint.url };
    const after = { since: since.toISOString(), only_failed: onlyFailed, deliveries: rowCount ?? 0 };
    await recordAudit(tx, { scope, action: "webhook_endpoint.redeliver_since", target, after });
    return rowCount ?? 0;
  });
}
