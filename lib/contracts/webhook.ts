import { z } from "zod";
import { eventTypes } from "./event-types";

const EventFilter = z.array(z.enum(eventTypes)).max(eventTypes.length);
const Url = z.url({ protocol: /^https?$/, error: "invalid_url" }).max(2000, "too_long");
const OrganizationIds = z.array(z.string().min(1).max(128)).max(1000);

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
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type DeliveriesQuery = z.infer<typeof DeliveriesQuery>;

/** GET /v1/b2b/events: only those of a type, or about a person or group, that carry the text of `query` or have it as their id; after an event's cursor, or after a sequence number of one organization; `desc` goes from the newest back. */
export const EventsQuery = z.object({
  after: z.string().max(64).optional(),
  organization_id: z.string().max(128).optional(),
  query: z.string().trim().max(200).optional(),
  order: z.enum(["asc", "desc"]).default("asc"),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type EventsQuery = z.infer<typeof EventsQuery>;

const time = z.iso.datetime().nullable();

export const EndpointWire = z.object({
  endpoint_id: z.string(),
  url: z.string(),
  description: z.string(),
  event_types: z.array(z.string()),
  organization_ids: z.array(z.string()),
  status: z.enum(["active", "paused", "failing"]),
  failing_since: time,
  created_at: z.iso.datetime(),
  /** Live signing secrets: two while a rotation overlaps. */
  secret_count: z.number().int(),
  /** When the old one of a rotation ends. */
  old_secret_expires_at: time,
  pending_count: z.number().int(),
  last_delivered_at: time,
});
export type EndpointWire = z.infer<typeof EndpointWire>;

/** An event as it was frozen at its commit: the envelope is the same for all, the object stands under the name of its type. */
export const EventWire = z.looseObject({
  project_id: z.string(),
  event_id: z.string(),
  event_type: z.string(),
  /** Gap-free within the organization. */
  sequence: z.number().int(),
  action: z.enum(["CREATE", "UPDATE", "DELETE", "MEMBER_ADD", "MEMBER_DELETE"]),
  object_type: z.string(),
  source: z.enum(["SCIM", "DIRECT", "DASHBOARD"]),
  id: z.string(),
  timestamp: z.iso.datetime(),
  vertical: z.literal("B2B"),
  organization_id: z.string(),
  connection_id: z.string().optional(),
  member: z.looseObject({ name: z.string(), email_address: z.string() }).optional(),
  idp_group: z.looseObject({ group_name: z.string() }).optional(),
  organization: z.looseObject({ organization_name: z.string() }).optional(),
  scim_connection: z.looseObject({ display_name: z.string() }).optional(),
});
export type EventWire = z.infer<typeof EventWire>;

const outcome = { outcome: z.string(), response_status: z.number().int().nullable(), response_excerpt: z.string().nullable(), detail: z.string().nullable(), duration_ms: z.number() };

/** What came of a test event. */
export const TestAttemptWire = z.object(outcome);

export const AttemptWire = z.object({ at: z.iso.datetime(), ...outcome });
export type AttemptWire = z.infer<typeof AttemptWire>;

export const DeliveryWire = z.object({
  delivery_id: z.string(),
  event_id: z.string(),
  event_type: z.string(),
  organization_id: z.string(),
  sequence: z.number().int(),
  status: z.enum(["pending", "delivered", "exhausted"]),
  attempt_count: z.number().int(),
  next_attempt_at: time,
  created_at: z.iso.datetime(),
  attempts: z.array(AttemptWire),
});
export type DeliveryWire = z.infer<typeof DeliveryWire>;
