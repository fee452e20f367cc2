import type { OrganizationScope } from "@/lib/scope";
import type { Connection } from "./connection";
import { setConnectionStatus } from "./set-connection-status";

/** From now on the IdP's calls are refused with 403, after authentication. People, groups and tokens stay. */
export function pauseConnection(scope: OrganizationScope, connectionId: string): Promise<Connection> {
  return setConnectionStatus(scope, connectionId, "paused");
}
