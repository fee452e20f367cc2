import type { ConnectionWire } from "@/lib/contracts/connection";
import type { OrganizationScope } from "@/lib/scope";
import type { Connection } from "./connection";
import { findConnectionRoles } from "./find-connection-roles";
import { presentConnection } from "./present-connection";

/** A connection in the words of the wire, with the role mappings of its groups. */
export async function describeConnection(scope: OrganizationScope, connection: Connection): Promise<ConnectionWire> {
  return presentConnection(connection, await findConnectionRoles(scope, connection.id));
}
