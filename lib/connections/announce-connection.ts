import { publishLive } from "@/lib/db/notify";
import type { OrganizationScope } from "@/lib/scope";

/** Tells open portal pages that a connection changed. Called after the commit; a lost message costs a stale page, no more. */
export async function announceConnection(scope: OrganizationScope, connectionId: string): Promise<void> {
  await publishLive({ organization_id: scope.organizationId, connection_id: connectionId, topics: ["connection"] });
}
