import type { OrganizationScope } from "@/lib/scope";
import type { Connection } from "./connection";
import { findConnections } from "./find-connections";

/**
 * The connection that Stytch's wire means when it names none: the oldest active one, else the oldest paused one, else null.
 * Rollcall allows several connections where Stytch knows one.
 */
export async function findDefaultConnection(scope: OrganizationScope): Promise<Connection | null> {
  const connections = await findConnections(scope);
  return connections.find((connection) => connection.status === "active") ?? connections[0] ?? null;
}
