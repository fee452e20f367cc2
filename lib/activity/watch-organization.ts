import { subscribeLive, type LiveMessage, type LiveTopic } from "@/lib/db/notify";
import type { OrganizationScope } from "@/lib/scope";

export type LiveChange = { topics: LiveTopic[]; connectionId: string | null };

/** Calls `listener` for every change of the organization that a page may show, with `since` also for those from then on, until the returned function is called. */
export function watchOrganization(scope: OrganizationScope, listener: (change: LiveChange) => void, since?: Date): () => void {
  const only = scope.onlyConnection;
  const heard = ({ topics, connection_id: connectionId }: LiveMessage): void => {
    if (only === undefined || only === connectionId) listener({ topics, connectionId: connectionId ?? null });
  };
  return subscribeLive(scope.organizationId, heard, since);
}
