import { spendPoint } from "@/lib/db/spend-point";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import type { Caller } from "./identify-caller";

/**
 * Counts a call of an API credential against its allowance, over all processes together; the portal's sessions are not counted.
 * @throws DomainError `limited` with `details.retry_after_seconds`
 */
export async function spendCall(caller: Caller): Promise<void> {
  if (caller.actor.type !== "credential" || !caller.actor.id) return;
  const points = env().apiRequestsPerMinute;
  const seconds = await spendPoint({ kind: "api", points, seconds: 60 }, caller.actor.id);
  if (seconds === 0) return;
  throw new DomainError("limited", "too_many_requests", `This API credential made more than ${points} calls in a minute. Wait ${seconds} seconds.`, {
    retry_after_seconds: seconds,
  });
}
