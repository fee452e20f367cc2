import pg from "pg";
import { env } from "@/lib/env";
import { keptPlans } from "./kept-plans";
import { surviveLosses } from "./survive-losses";

/**
 * How many connections there are at most for statements that one index alone can serve: so few that each has its plans soon, and so many that callers of several identity providers need
 * not wait for each other. What waits for rows (`memberships`) holds up neither reads nor what several calls write together.
 */
const most = { writes: 4, memberships: 4, pages: 4 };

/** What connections that keep plans are for. */
export type PlannedWork = keyof typeof most;

// Two module graphs in one process (see client.ts).
const pools = ((globalThis as { rollcallPlannedPools?: Map<PlannedWork, pg.Pool> }).rollcallPlannedPools ??= new Map<PlannedWork, pg.Pool>());

/** The connections for such statements (see `keptPlans`); opened when they are first asked for. */
export function plannedPool(work: PlannedWork): pg.Pool {
  const known = pools.get(work);
  if (known) return known;
  const opened = surviveLosses(new pg.Pool({ connectionString: env().databaseUrl, max: most[work], application_name: `rollcall ${work}`, ...keptPlans() }));
  pools.set(work, opened);
  return opened;
}

/** All that were opened. */
export function plannedPools(): pg.Pool[] {
  return [...pools.values()];
}

/** Closes them; the process may then end. */
export async function closePlannedPools(): Promise<void> {
  const open = plannedPools();
  pools.clear();
  for (const each of open) each.removeAllListeners("error").on("error", () => undefined);
  await Promise.all(open.filter((each) => !each.ended).map((each) => each.end()));
}
