import type pg from "pg";
import { env } from "@/lib/env";

/**
 * What a new connection asks for, so that it keeps the first plan of each statement until statistics change. For statements that only one index can serve, whatever their values
 * (decision 35): PostgreSQL otherwise compares what plans cost with what they cost while the tables were small, and plans every call anew for thousands of calls after they have grown
 * (bench/NOTES.md, step 75). Nothing behind a pooler, which hands a connection to whoever comes next.
 */
export function keptPlans(): Pick<pg.ClientConfig, "options"> {
  const { databaseUrl, databaseDirectUrl } = env();
  return databaseUrl === databaseDirectUrl ? { options: "-c plan_cache_mode=force_generic_plan" } : {};
}
