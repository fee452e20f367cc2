import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { InstallationScope } from "@/lib/scope";
import type { NewEndpoint } from "./create-endpoint";
import type { WebhookEndpoint } from "./endpoint";
import { endpointNotFound, getEndpoint } from "./find-endpoints";

export type EndpointChange = Partial<NewEndpoint> & { status?: "active" | "paused" };

// Resuming forgets the failures, so that the next three days count anew.
const update = `
  UPDATE webhook_endpoint w
     SET url = coalesce($2, w.url), description = coalesce($3, w.description), event_types = coalesce($4, w.event_types),
         organization_ids = coalesce($5::uuid[], w.organization_ids), status = coalesce($6::endpoint_status, w.status),
         failing_since = CASE WHEN $6 = 'active' THEN NULL ELSE w.failing_since END, updated_at = now()
   WHERE w.id = $1`;

/**
 * Changes an endpoint, pauses it or lets it go on. While it is paused its deliveries wait; afterwards they follow in order.
 * Throws `webhook_endpoint_not_found`.
 */
export async function updateEndpoint(scope: InstallationScope, id: string, change: EndpointChange): Promise<WebhookEndpoint> {
  const before = await getEndpoint(scope, id);
  await transaction(async (tx) => {
    const { url, description, eventTypes, organizationIds, status } = change;
    const { rowCount } = await tx.query(update, [id, url ?? null, description ?? null, eventTypes ?? null, organizationIds ?? null, status ?? null]);
    if (rowCount === 0) throw endpointNotFound();
    const was = Object.fromEntries(Object.keys(change).map((name) => [name, before[name as keyof WebhookEndpoint]]));
    const target = { type: "webhook_endpoint", id, label: url ?? before.url };
    await recordAudit(tx, { scope, action: "webhook_endpoint.update", target, before: was, after: { ...change } });
  });
  return getEndpoint(scope, id);
}
