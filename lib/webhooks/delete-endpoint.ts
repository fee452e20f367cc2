import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { InstallationScope } from "@/lib/scope";
import { endpointNotFound } from "./find-endpoints";

/** Removes an endpoint with its secrets, deliveries and attempts. Throws `webhook_endpoint_not_found`. */
export async function deleteEndpoint(scope: InstallationScope, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { rows } = await tx.query<{ url: string }>("DELETE FROM webhook_endpoint WHERE id = $1 RETURNING url", [id]);
    const [deleted] = rows;
    if (!deleted) throw endpointNotFound();
    const target = { type: "webhook_endpoint", id, label: deleted.url };
    await recordAudit(tx, { scope, action: "webhook_endpoint.delete", target, before: { url: deleted.url } });
  });
}
