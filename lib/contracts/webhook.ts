import { z } from "zod";

/** What an endpoint can ask for. */
export const eventTypes = [
  "scim.member.create",
  "scim.member.update",
  "scim.member.delete",
  "scim.idp_group.create",
  "scim.idp_group.update",
  "scim.idp_group.delete",
  "scim.idp_group.member_add",
  "scim.idp_group.member_delete",
  "direct.member.create",
  "direct.member.update",
  "direct.member.delete",
  "dashboard.member.create",
  "dashboard.member.update",
  "dashboard.member.delete",
  "direct.organization.create",
  "direct.organization.update",
  "direct.organization.delete",
  "dashboard.organization.create",
  "dashboard.organization.update",
  "dashboard.organization.delete",
  "direct.scim_connection.create",
  "direct.scim_connection.update",
  "direct.scim_connection.delete",
  "dashboard.scim_connection.create",
  "dashboard.scim_connection.update",
  "dashboard.scim_connection.delete",
] as const;

const EventFilter = z.array(z.enum(eventTypes)).max(eventTypes.length);
const Url = z.url({ protocol: /^https?$/ }).max(2000);
const OrganizationIds = z.array(z.string().min(1)).max(1000);

/** POST /v1/b2b/webhook_endpoints. Empty lists mean all. */
export const CreateEndpointBody = z.object({
  url: Url,
  description: z.string().trim().max(200).default(""),
  event_types: EventFilter.default([]),
  organization_ids: OrganizationIds.default([]),
});
export type CreateEndpointBody = z.infer<typeof CreateEndpointBody>;

/** PUT /v1/b2b/webhook_endpoints/{endpoint}: partial. `status` pauses and resumes. */
export const UpdateEndpointBody = z.object({
  url: Url.optional(),
  description: z.string().trim().max(200).optional(),
  event_types: EventFilter.optional(),
  organization_ids: OrganizationIds.optional(),
  status: z.enum(["active", "paused"]).optional(),
});
export type UpdateEndpointBody = z.infer<typeof UpdateEndpointBody>;

/** POST …/rotate_secret: how long the old secret goes on signing beside the new one. */
export const RotateSecretBody = z.object({ overlap_hours: z.number().int().min(0).max(168).default(24) });
export type RotateSecretBody = z.infer<typeof RotateSecretBody>;

/** POST …/redeliver: everything since a time that was not delivered, or everything at all. */
export const RedeliverBody = z.object({ since: z.iso.datetime({ offset: true }), only_failed: z.boolean().default(true) });
export type RedeliverBody = z.infer<typeof RedeliverBody>;

export const DeliveriesQuery = z.object({
  status: z.enum(["pending", "delivered", "exhausted"]).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type DeliveriesQuery = z.infer<typeof DeliveriesQuery>;

/** GET /v1/b2b/events: after an event's cursor, or after a sequence number of one organization. */
export const EventsQuery = z.object({
  after: z.string().optional(),
  organization_id: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type EventsQuery = z.infer<typeof EventsQuery>;

export type EndpointWire = {
  endpoint_id: string;
  url: string;
  description: string;
  event_types: string[];
  organization_ids: string[];
  status: "active" | "paused" | "failing";
  failing_since: string | null;
  created_at: string;
  /** Live signing secrets: two while a rotation overlaps. */
  secret_count: number;
  pending_count: number;
  last_delivered_at: string | null;
};

export type AttemptWire = {
  at: string;
  duration_ms: number;
  outcome: string;
  response_status: number | null;
  response_excerpt: string | null;
  detail: string | null;
};

export type DeliveryWire = {
  delivery_id: string;
  event_id: string;
  event_type: string;
  organization_id: string;
  sequence: number;
  status: "pending" | "delivered" | "exhausted";
  attempt_count: number;
  next_attempt_at: string | null;
  created_at: string;
  attempts: AttemptWire[];
};
