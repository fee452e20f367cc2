import type { OrganizationScope } from "@/lib/scope";
import type { Connection } from "./connection";
import { findConnection } from "./find-connection";
import { connectionNotFound } from "./parse-connection-id";

/** One connection of the organization. Throws `scim_connection_not_found`. */
export async function getConnection(scope: OrganizationScope, connectionId: string): Promise<Connection> {
  const connection = await findConnection(scope, connectionId);
  if (!connection) throw connectionNotFound();
  return connection;
}
