import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import type { WebhookEndpoint } from "./endpoint";

const select = `
  SELECT w.id, w.url, w.description, w.event_types AS "eventTypes", w.organization_ids AS "organizationIds", w.status,
         w.failing_since AS "failingSince", w.created_at AS "createdAt",
         (SELECT count(*)::int FROM webhook_secret s WHERE s.endpoint_id = w.id AND (s.expires_at IS NULL OR s.expires_at > now())) AS "secretCount",
         (SELECT max(s.expires_at) FROM webhook_secret s WHERE s.endpoint_id = w.id AND s.expires_at > now()) AS "oldSecretEndsAt",
         (SELECT count(*)::int FROM (SELECT 1 FROM delivery d WHERE d.endpoint_id = w.id AND d.status = 'pending' LIMIT 10000) p) AS "pendingCount",
         (SELECT max(d.settled_at) FROM (SELECT settled_at FROM delivery d WHERE d.endpoint_id = w.id AND d.status = 'delivered'
            ORDER BY d.created_at DESC LIMIT 50) d) AS "lastDeliveredAt"
    FROM webhook_endpoint w`;

/** All endpoints, the oldest first. */
export async function findEndpoints(_scope: InstallationScope): Promise<WebhookEndpoint[]> {
  const { rows } = await pool().query<WebhookEndpoint>(`${select} ORDER BY w.created_at, w.id`);
  return rows;
}

/** One endpoint. Throws `webhook_endpoint_not_found`. */
export async function getEndpoint(_scope: InstallationScope, id: string): Promise<WebhookEndpoint> {
  const { rows } = await pool().query<WebhookEndpoint>(`${select} WHERE w.id = $1`, [id]);
  const [endpoint] = rows;
  if (!endpoint) throw endpointNotFound();
  return endpoint;
}

export function endpointNotFound(): DomainError {
  return new DomainError("not_found", "webhook_endpoint_not_found", "The webhook endpoint could not be found.");
}
