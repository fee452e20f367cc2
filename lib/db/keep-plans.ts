import type pg from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/**
 * Has a new connection keep the first plan of each statement until statistics change. For statements that only one index can serve, whatever their values (decision 35): PostgreSQL
 * otherwise compares what plans cost with what they cost while the tables were small, and plans every call anew for thousands of calls after they have grown
 * (bench/NOTES.md, step 75). Not behind a pooler, which hands the setting to whoever comes next.
 */
export async function keepPlans(client: Pick<pg.ClientBase, "query">): Promise<void> {
  const { databaseUrl, databaseDirectUrl } = env();
  if (databaseUrl !== databaseDirectUrl) return;
  await client.query("SET plan_cache_mode = force_generic_plan").catch((error: unknown) => log().warn({ error: (error as Error).message }, "plans are not kept"));
}
