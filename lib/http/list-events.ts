import { findProjectId } from "@/lib/auth/project-id";
import { eventTypes } from "@/lib/contracts/event-types";
import type { EventsQuery, EventWire } from "@/lib/contracts/webhook";
import { findObjectIds } from "@/lib/directory/find-object-ids";
import { findEvents } from "@/lib/events/find-events";
import type { Sought } from "@/lib/events/search-events";
import type { InstallationScope } from "@/lib/scope";
import { parseWireId } from "@/lib/contracts/wire-id";
import { requireOrganizations } from "./require-organizations";

/** GET /v1/b2b/events: what webhooks carry, oldest first unless asked otherwise. `next_cursor` goes on from the last one; null when there was none. */
export async function listEvents(scope: InstallationScope, { after, organization_id, query, order, limit }: EventsQuery): Promise<{ events: EventWire[]; next_cursor: string | null }> {
  const organizationId = organization_id === undefined ? undefined : await organizationOf(organization_id);
  const sought = query ? await seek(scope, query) : undefined;
  const [events, projectId] = await Promise.all([findEvents(scope, { after, organizationId, order, limit, sought }), findProjectId(scope)]);
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

const id = /^(?:(?:event|member|request-id)-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What an operator has in hand: an id from a log, a part of an event type, or of whom it is about. */
async function seek(scope: InstallationScope, query: string): Promise<Sought> {
  const text = query.toLowerCase();
  const [, uuid] = id.exec(text) ?? [];
  if (uuid !== undefined) return { ids: [uuid], types: [] };
  return { ids: await findObjectIds(scope, text), types: eventTypes.filter((type) => type.includes(text)) };
}
