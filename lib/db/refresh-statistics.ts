import { pool } from "./client";

/** What an identity provider fills, by the order in which a first push does. */
const tables = ["member", "registration", "event", "idp_group", "group_membership", "delivery", "departure"];

// Autovacuum looks once a minute, and after that only from table to table: a first push has written ten thousand people by then.
const stale = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_stat_user_tables s ON s.relid = c.oid
   WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ANY ($1) AND s.n_mod_since_analyze >= greatest(300, c.reltuples)
   ORDER BY array_position($1, c.relname::text)`;

/**
 * Tells PostgreSQL what is in tables that have doubled since it last looked, so that statements are planned for what is there: at first after a few hundred
 * rows, then ever more seldom. Safe with several processes. Returns the tables.
 */
export async function refreshStatistics(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(stale, [tables]);
  // A name of the list above, never a caller's.
  for (const { name } of rows) await pool().query(`ANALYZE "${name}"`);
  return rows.map(({ name }) => name);
}
