import { spendPoint } from "@/lib/db/spend-point";
import { env } from "@/lib/env";
import type { ConnectionScope } from "@/lib/scope";

/**
 * Counts a call of a connection against its allowance and returns the seconds to wait, 0 for go on. Entra needs 25 calls a
 * second, and a first push of everybody comes as fast as it is answered: the limit is there for what runs wild.
 */
export function limitRequests(scope: ConnectionScope): Promise<number> {
  return spendPoint({ kind: "scim", points: env().scimRequestsPerMinute, seconds: 60 }, scope.connectionId);
}
