import type { UpdateEndpointBody } from "@/lib/contracts/webhook";
import { resolveOrganizations } from "./resolve-organizations";
import type { EndpointChange } from "./update-endpoint";

/** What a partial update on the wire means; what it does not name stays. Throws `organization_not_found`. */
export async function toEndpointChange(body: UpdateEndpointBody): Promise<EndpointChange> {
  return {
    ...(body.url === undefined ? {} : { url: body.url }),
    ...(body.description === undefined ? {} : { description: body.description }),
    ...(body.event_types === undefined ? {} : { eventTypes: body.event_types }),
    ...(body.organization_ids === undefined ? {} : { organizationIds: await resolveOrganizations(body.organization_ids) }),
    ...(body.status === undefined ? {} : { status: body.status }),
  };
}
