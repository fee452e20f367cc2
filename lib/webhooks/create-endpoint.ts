import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import type { InstallationScope } from "@/lib/scope";
import type { WebhookEndpoint } from "./endpoint";
import { getEndpoint } from "./find-endpoints";
import { insertSecret } from "./insert-secret";

export type NewEndpoint = Pick<WebhookEndpoint, "url" | "description" | "eventTypes" | "organizationIds">;

/** Adds a receiver. Its signing secret is in this answer only. Events from now on are delivered to it. */
export async function createEndpoint(scope: InstallationScope, fresh: NewEndpoint): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
  const id = uuidv7();
  const secret = await transaction(async (tx) => {
    await tx.query("INSERT INTO webhook_endpoint (id, url, description, event_types, organization_ids) VALUES ($1, $2, $3, $4, $5)", [
      id,
      fresh.url,
      fresh.description,
      fresh.eventTypes,
      fresh.organizationIds,
    ]);
    const target = { type: "webhook_endpoint", id, label: fresh.url };
    await recordAudit(tx, { scope, action: "webhook_endpoint.create", target, after: { ...fresh } });
    return insertSecret(tx, id);
  });
  return { endpoint: await getEndpoint(scope, id), secret };
}
