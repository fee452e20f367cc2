import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { InstallationScope } from "@/lib/scope";
import { endpointNotFound } from "./find-endpoints";
import { insertSecret } from "./insert-secret";

/**
 * Makes a second signing secret, shown in this answer only. For `overlapHours` each delivery carries a signature of both, so
 * that the receiver can change over when it likes; then the old one ends. An older one that still overlapped ends now.
 * Throws `webhook_endpoint_not_found`.
 */
export async function rotateSecret(scope: InstallationScope, id: string, overlapHours: number): Promise<string> {
  return transaction(async (tx) => {
    const { rows } = await tx.query<{ url: string }>("SELECT url FROM webhook_endpoint WHERE id = $1 FOR UPDATE", [id]);
    const [endpoint] = rows;
    if (!endpoint) throw endpointNotFound();
    await tx.query("DELETE FROM webhook_secret WHERE endpoint_id = $1 AND expires_at IS NOT NULL", [id]);
    await tx.query("UPDATE webhook_secret SET expires_at = now() + make_interval(hours => $2) WHERE endpoint_id = $1", [id, overlapHours]);
    const target = { type: "webhook_endpoint", id, label: endpoint.url };
    await recordAudit(tx, { scope, action: "webhook_endpoint.rotate_secret", target, after: { overlap_hours: overlapHours } });
    return insertSecret(tx, id);
  });
}
