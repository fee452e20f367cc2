import type { DeliveryWire, EndpointWire } from "@/lib/contracts/webhook";
import type { WebhookEndpoint } from "./endpoint";
import type { FoundDelivery } from "./find-deliveries";

/** The wire shape of an endpoint; never a secret. */
export function presentEndpoint(endpoint: WebhookEndpoint): EndpointWire {
  return {
    endpoint_id: `webhook-endpoint-${endpoint.id}`,
    url: endpoint.url,
    description: endpoint.description,
    event_types: endpoint.eventTypes,
    organization_ids: endpoint.organizationIds.map((id) => `organization-${id}`),
    status: endpoint.status,
    failing_since: endpoint.failingSince?.toISOString() ?? null,
    created_at: endpoint.createdAt.toISOString(),
    secret_count: endpoint.secretCount,
    old_secret_expires_at: endpoint.oldSecretEndsAt?.toISOString() ?? null,
    pending_count: endpoint.pendingCount,
    last_delivered_at: endpoint.lastDeliveredAt?.toISOString() ?? null,
  };
}

/** The wire shape of a delivery with its attempts. */
export function presentDelivery(delivery: FoundDelivery): DeliveryWire {
  return {
    delivery_id: `delivery-${delivery.id}`,
    event_id: `event-${delivery.eventId}`,
    event_type: delivery.eventType,
    organization_id: `organization-${delivery.organizationId}`,
    sequence: delivery.sequence,
    status: delivery.status,
    attempt_count: delivery.attemptCount,
    next_attempt_at: delivery.status === "pending" ? (delivery.nextAttemptAt?.toISOString() ?? null) : null,
    created_at: delivery.createdAt.toISOString(),
    attempts: delivery.attempts.map((attempt) => ({
      at: new Date(attempt.at).toISOString(),
      duration_ms: attempt.durationMs,
      outcome: attempt.outcome,
      response_status: attempt.responseStatus,
      response_excerpt: attempt.responseExcerpt,
      detail: attempt.detail,
    })),
  };
}
