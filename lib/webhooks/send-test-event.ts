import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { clock } from "@/lib/clock";
import { pool } from "@/lib/db/client";
import type { InstallationScope } from "@/lib/scope";
import { liveSecrets } from "./claim-deliveries";
import { aimAt, deliver, type DeliveryOutcome } from "./deliver";
import { endpointNotFound } from "./find-endpoints";
import { openKey, signDelivery } from "./sign-delivery";

const find = `
  SELECT w.url, ${liveSecrets} AS secrets FROM webhook_endpoint w WHERE w.id = $1`;

/** Sends one signed event that means nothing (`object_type` test), at once and whatever the endpoint's state, and tells what came of it. */
export async function sendTestEvent(scope: InstallationScope, id: string, projectId: string): Promise<DeliveryOutcome> {
  const { rows } = await pool().query<{ url: string; secrets: Buffer[] }>(find, [id]);
  const [endpoint] = rows;
  if (!endpoint) throw endpointNotFound();
  const eventId = `event-${uuidv7()}`;
  const at = clock.now();
  const body = Buffer.from(JSON.stringify({
    project_id: projectId,
    event_id: eventId,
    action: "CREATE",
    object_type: "test",
    source: "DASHBOARD",
    id: `webhook-endpoint-${id}`,
    timestamp: at.toISOString(),
    vertical: "B2B",
  }));
  const outcome = await deliver(aimAt(endpoint.url), signDelivery(eventId, at, body, endpoint.secrets.map(openKey)), body);
  const target = { type: "webhook_endpoint", id, label: endpoint.url };
  await recordAudit(pool(), { scope, action: "webhook_endpoint.test", target, after: { event_id: eventId, outcome: outcome.outcome, response_status: outcome.responseStatus } });
  return outcome;
}
