import { findProjectId } from "@/lib/auth/project-id";
import type { EventsQuery, EventWire } from "@/lib/contracts/webhook";
import { findEvents } from "@/lib/events/find-events";
import type { InstallationScope } from "@/lib/scope";
import { parseWireId } from "@/lib/contracts/wire-id";
import { requireOrganizations } from "./require-organizations";

/** GET /v1/b2b/events: what webhooks carry, oldest first unless asked otherwise. `next_cursor` goes on from the last one; null when there was none. */
export async function listEvents(scope: InstallationScope, { after, organization_id, order, limit }: EventsQuery): Promise<{ events: EventWire[]; next_cursor: string | null }> {
  const organizationId = organization_id === undefined ? undefined : await organizationOf(organization_id);
  const [events, projectId] = await Promise.all([findEvents(scope, { after, organizationId, order, limit }), findProjectId(scope)]);
  const last = events.at(-1);
  return {
    events: events.map(({ type, sequence, payload }) => ({ project_id: projectId, event_type: type, sequence, ...payload }) as EventWire),
    next_cursor: last ? String(organizationId === undefined ? last.number : last.sequence) : (after ?? null),
  };
}

/** Events outlive their organization: an id is taken as it is. A slug or external id has to be somebody's, so that a mistyped one never looks like silence. */
async function organizationOf(identifier: string): Promise<string | undefined> {
  return parseWireId("organization", identifier) ?? (await requireOrganizations([identifier]))[0];
}
