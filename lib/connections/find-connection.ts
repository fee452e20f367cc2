import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import type { Connection } from "./connection";
import { selectConnections } from "./select-connections";

/** One connection of the organization, or null when it is not there, deleted, or another tenant's. */
export async function findConnection(scope: OrganizationScope, connectionId: string): Promise<Connection | null> {
  const [connection] = await selectConnections(pool(), scope.organizationId, connectionId);
  return connection ?? null;
}
