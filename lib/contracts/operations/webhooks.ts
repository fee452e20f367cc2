import { z } from "zod";
import { defineOperation } from "../operation";
import { CreateEndpointBody, DeliveriesQuery, DeliveryWire, EndpointWire, EventsQuery, EventWire, RedeliverBody, RotateSecretBody, TestAttemptWire, UpdateEndpointBody } from "../webhook";

const collection = "/v1/b2b/webhook_endpoints";
const path = `${collection}/{endpoint}` as const;
const one = z.object({ webhook_endpoint: EndpointWire });
const managing = { access: "installation", permission: "webhook.manage", scope: "webhooks", errors: ["webhook_endpoint_not_found"] } as const;

export const webhookOperations = {
  list: defineOperation({ ...managing, id: "webhooks.endpoints.list", method: "GET", path: collection, summary: "List webhook endpoints", answer: z.object({ webhook_endpoints: z.array(EndpointWire) }), errors: [] }),
  create: defineOperation({ ...managing, id: "webhooks.endpoints.create", method: "POST", path: collection, summary: "Create a webhook endpoint", description: "The signing secret is in this answer and never again. Empty lists mean all.", body: CreateEndpointBody, example: { url: "https://app.example.com/webhooks/rollcall", description: "Production", event_types: ["scim.member.create", "scim.member.update", "scim.member.delete"] }, answer: z.object({ webhook_endpoint: EndpointWire, secret: z.string() }), errors: ["organization_not_found"] }),
  get: defineOperation({ ...managing, id: "webhooks.endpoints.get", method: "GET", path, summary: "Read a webhook endpoint", answer: one }),
  update: defineOperation({ ...managing, id: "webhooks.endpoints.update", method: "PUT", path, summary: "Change, pause or resume a webhook endpoint", description: "Partial.", body: UpdateEndpointBody, answer: one, errors: ["webhook_endpoint_not_found", "organization_not_found"] }),
  delete: defineOperation({ ...managing, id: "webhooks.endpoints.delete", method: "DELETE", path, summary: "Delete a webhook endpoint", answer: z.object({ endpoint_id: z.string() }) }),
  rotateSecret: defineOperation({ ...managing, id: "webhooks.endpoints.rotateSecret", method: "POST", path: `${path}/rotate_secret`, summary: "Make a new signing secret", description: "The old one goes on signing beside it for `overlap_hours`.", body: RotateSecretBody, answer: z.object({ secret: z.string() }) }),
  test: defineOperation({ ...managing, id: "webhooks.endpoints.test", method: "POST", path: `${path}/test`, summary: "Send a test event and see what came of it", answer: z.object({ attempt: TestAttemptWire }) }),
  redeliverSince: defineOperation({ ...managing, id: "webhooks.endpoints.redeliver", method: "POST", path: `${path}/redeliver`, summary: "Deliver everything since a time again", body: RedeliverBody, answer: z.object({ redelivered: z.number().int() }) }),
  deliveries: defineOperation({ ...managing, id: "webhooks.deliveries.list", method: "GET", path: `${path}/deliveries`, summary: "List deliveries with their attempts", description: "Newest first. `next_cursor` is null on the last page.", query: DeliveriesQuery, answer: z.object({ deliveries: z.array(DeliveryWire), next_cursor: z.string().nullable() }), errors: ["webhook_endpoint_not_found", "invalid_cursor"] }),
  redeliver: defineOperation({ ...managing, id: "webhooks.deliveries.redeliver", method: "POST", path: `${path}/deliveries/{delivery}/redeliver`, summary: "Deliver one event again", answer: z.object({ delivery_id: z.string() }), errors: ["webhook_endpoint_not_found", "delivery_not_found"] }),
};

export const eventOperations = {
  list: defineOperation({
    id: "events.list",
    method: "GET",
    path: "/v1/b2b/events",
    summary: "List events in order",
    description: "What webhooks carry, so that a consumer can catch up and prove that it missed none: `after` takes a page's `next_cursor`, or a sequence number together with `organization_id`. `query` narrows to events of a type, or about people and groups, by a part of the type, name, e-mail, userName or external id, or by an id: of the event, the member, the group or the call.",
    access: "installation",
    permission: "event.get",
    scope: "read",
    query: EventsQuery,
    answer: z.object({ events: z.array(EventWire), next_cursor: z.string().nullable() }),
    errors: ["invalid_cursor", "cursor_expired", "organization_not_found"],
  }),
};
