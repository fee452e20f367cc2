import { pool } from "@/lib/db/client";
import { isUnreadable } from "@/lib/db/errors";
import type { InstallationScope } from "@/lib/scope";

export type SlowStatement = { id: string; text: string; calls: number; meanMs: number; maxMs: number; totalMs: number };

/** Null where PostgreSQL does not count its statements: the extension `pg_stat_statements` is not there, or not loaded at start. */
export type SlowestStatements = { since: Date; statements: SlowStatement[] } | null;

const find = "SELECT quote_ident(n.nspname) AS schema FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_stat_statements'";

// Our own statements in this database. Values stand as $1, $2: what is shown holds nobody's data. What ran once or twice says little.
const select = (schema: string): string => `
  SELECT s.queryid::text AS id, left(regexp_replace(s.query, '\\s+', ' ', 'g'), 2000) AS text, s.calls::float8 AS calls,
         s.mean_exec_time AS "meanMs", s.max_exec_time AS "maxMs", s.total_exec_time AS "totalMs", (SELECT stats_reset FROM ${schema}.pg_stat_statements_info) AS since
    FROM ${schema}.pg_stat_statements s
   WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND s.userid = (SELECT oid FROM pg_roles WHERE rolname = current_user)
     AND s.toplevel AND s.calls >= 3
   ORDER BY s.mean_exec_time DESC LIMIT 10`;

/** The ten statements that take longest on average, since PostgreSQL began to count. */
export async function findSlowestStatements(_scope: InstallationScope): Promise<SlowestStatements> {
  const { rows } = await pool().query<{ schema: string }>(find);
  const [extension] = rows;
  if (!extension) return null;
  try {
    const found = await pool().query<SlowStatement & { since: Date }>(select(extension.schema));
    return { since: found.rows[0]?.since ?? new Date(), statements: found.rows };
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}
