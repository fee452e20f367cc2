import pg from "pg";
import { env } from "@/lib/env";
import { keepPlans } from "./keep-plans";
import { surviveLosses } from "./survive-losses";

// So few that each has its plans soon, and so many that writers of several connections need not wait for each other.
const count = 4;

// Two module graphs in one process (see client.ts).
const shared = globalThis as { rollcallWriteLanes?: pg.Pool };

/** The connections for statements that write several callers' rows at once (see `combine`); opened when they are first asked for. */
export function writeLanes(): pg.Pool {
  return (shared.rollcallWriteLanes ??= open());
}

/** Closes them; the process may then end. */
export async function closeWriteLanes(): Promise<void> {
  const lanes = shared.rollcallWriteLanes;
  delete shared.rollcallWriteLanes;
  lanes?.removeAllListeners("error").on("error", () => undefined);
  if (lanes && !lanes.ended) await lanes.end();
}

function open(): pg.Pool {
  const lanes = new pg.Pool({ connectionString: env().databaseUrl, max: count, application_name: "rollcall writes", onConnect: keepPlans });
  return surviveLosses(lanes);
}
