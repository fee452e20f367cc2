import type { OrganizationScope } from "@/lib/scope";
import type { Connection } from "./connection";
import { setConnectionStatus } from "./set-connection-status";

/** The IdP's calls are answered again. */
export function resumeConnection(scope: OrganizationScope, connectionId: string): Promise<Connection> {
  return setConnectionStatus(scope, connectionId, "active");
}
