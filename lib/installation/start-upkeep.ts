import { pruneRequests } from "@/lib/activity/prune-requests";
import { refreshDueHealth } from "@/lib/connections/health/refresh-due-health";
import { refreshStatistics } from "@/lib/db/refresh-statistics";
import { pruneSessions } from "@/lib/directory/sessions/prune-sessions";
import { keepSigningKeys } from "@/lib/directory/sessions/signing-keys/keep-signing-keys";
import { pruneEvents } from "@/lib/events/prune-events";
import { log } from "@/lib/log";
import { warnOfTokenExpiry } from "./warn-of-token-expiry";

export type Upkeep = { stop: () => Promise<void> };

const statisticsEveryMs = 3_000;
const healthEveryMs = 30_000;
const pruneEveryMs = 3_600_000;
const expiryEveryMs = 600_000;

/** What the worker does by the clock: statistics of tables that grow, health of connections that are due, the end of calls, events and sessions that are old, the rotation of signing keys, and warnings of tokens that end. Safe with several workers. */
export function startUpkeep(): Upkeep {
  const chores = [
    every(statisticsEveryMs, "PostgreSQL could not be told what is in its tables", () => refreshStatistics()),
    every(healthEveryMs, "health could not be computed", () => refreshDueHealth(20)),
    every(pruneEveryMs, "old calls could not be removed", () => pruneRequests()),
    every(pruneEveryMs, "old events could not be removed", () => pruneEvents()),
    every(pruneEveryMs, "old sessions could not be removed", () => pruneSessions()),
    every(pruneEveryMs, "the signing keys of sessions could not be looked after", () => keepSigningKeys()),
    every(expiryEveryMs, "admins could not be told of tokens that end", () => warnOfTokenExpiry()),
  ];
  return { stop: async () => void (await Promise.all(chores.map((chore) => chore.stop()))) };
}

/** One run after the other; a failure is logged, and the next run tries again. */
function every(ms: number, complaint: string, work: () => Promise<unknown>): Upkeep {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const run = (): void => {
    if (busy) return;
    busy = true;
    running = work()
      .catch((error: unknown) => log().warn({ error: (error as Error).message }, complaint))
      .finally(() => (busy = false));
  };
  const timer = setInterval(run, ms);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
