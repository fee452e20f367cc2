import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import type { Connection } from "./connection";
import { selectConnections } from "./select-connections";

/** All connections of the organization that are not deleted, oldest first. */
export function findConnections(scope: OrganizationScope): Promise<Connection[]> {
  return selectConnections(pool(), scope.organizationId, null);
}
