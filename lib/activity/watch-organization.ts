import { subscribeLive, type LiveMessage, type LiveTopic } from "@/lib/db/notify";
import type { OrganizationScope } from "@/lib/scope";

export type LiveChange = { topics: LiveTopic[]; connectionId: string | null };

/** Calls `listener` for every change of the organization that a page may show, until the returned function is called. */
export function watchOrganization(scope: OrganizationScope, listener: (change: LiveChange) => void): () => void {
  return subscribeLive(scope.organizationId, ({ topics, connection_id: connectionId }: LiveMessage) => {
    if (scope.onlyConnection === undefined || scope.onlyConnection === connectionId) listener({ topics, connectionId: connectionId ?? null });
  });
}
