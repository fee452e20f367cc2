import path from "node:path";
import { pool } from "@/lib/db/client";
import { readMigrations } from "@/lib/db/migrate";
import type { InstallationScope } from "@/lib/scope";

export type ProcessState = { id: string; role: "all" | "web" | "worker"; version: string; host: string; pid: number; memoryBytes: number; startedAt: Date; seenAt: Date; alive: boolean };

export type SystemHealth = {
  processes: ProcessState[];
  database: { version: string; bytes: number; connections: number; connectionLimit: number; migrationsApplied: number; migrationsPending: number };
  queue: { unnumbered: number; due: number; waiting: number; held: number; oldestDueSeconds: number | null; failingEndpoints: number };
  calls: { count: number; failed: number; medianMs: number | null; p95Ms: number | null };
  slowest: { id: string; organization: string | null; slug: string | null; connectionId: string | null; method: string; path: string; status: number; durationMs: number; at: Date }[];
};

/** Processes report every 10 s: one that missed three reports is gone or stuck. */
const PROCESSES = `
  SELECT id, role, version, host, pid, memory_bytes::float8 AS "memoryBytes", started_at AS "startedAt", seen_at AS "seenAt", seen_at > now() - interval '35 seconds' AS alive
  FROM process_heartbeat WHERE seen_at > now() - interval '1 hour' ORDER BY alive DESC, started_at`;

const DATABASE = `
  SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS bytes,
    (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections,
    current_setting('max_connections')::int AS "connectionLimit"`;

const QUEUE = `
  SELECT (SELECT count(*)::int FROM event WHERE number IS NULL) AS unnumbered,
    count(*) FILTER (WHERE w.status = 'active' AND d.next_attempt_at <= now())::int AS due,
    count(*) FILTER (WHERE w.status = 'active' AND d.next_attempt_at > now())::int AS waiting,
    count(*) FILTER (WHERE w.status <> 'active')::int AS held,
    extract(epoch FROM now() - min(d.next_attempt_at) FILTER (WHERE w.status = 'active' AND d.next_attempt_at <= now()))::float8 AS "oldestDueSeconds",
    (SELECT count(*)::int FROM webhook_endpoint WHERE status = 'failing' OR status = 'active' AND failing_since IS NOT NULL) AS "failingEndpoints"
  FROM delivery d JOIN webhook_endpoint w ON w.id = d.endpoint_id WHERE d.status = 'pending'`;

// Ids of calls are in the order of time: the newest 20 000 are enough for a picture of now, however busy the installation is.
const RECENT = `WITH recent AS (SELECT * FROM scim_request WHERE received_at > now() - interval '1 hour' ORDER BY id DESC LIMIT 20000)`;

const CALLS = `${RECENT}
  SELECT count(*)::int AS count, count(*) FILTER (WHERE status >= 400)::int AS failed,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms) AS "medianMs", percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms) AS "p95Ms" FROM recent`;

const SLOWEST = `${RECENT}
  SELECT recent.id, organization.name AS organization, organization.slug, recent.connection_id AS "connectionId", method, path, recent.status, duration_ms AS "durationMs", received_at AS at
  FROM recent LEFT JOIN organization ON organization.id = recent.organization_id ORDER BY duration_ms DESC LIMIT 8`;

/** How the installation is doing now: processes, database, queues, and the calls of the last hour. */
export async function readSystemHealth(_scope: InstallationScope): Promise<SystemHealth> {
  const [processes, database, queue, calls, slowest, migrations] = await Promise.all([
    pool().query<ProcessState>(PROCESSES),
    pool().query<Omit<SystemHealth["database"], "migrationsApplied" | "migrationsPending">>(DATABASE),
    pool().query<SystemHealth["queue"]>(QUEUE),
    pool().query<SystemHealth["calls"]>(CALLS),
    pool().query<SystemHealth["slowest"][number]>(SLOWEST),
    countMigrations(),
  ]);
  return { processes: processes.rows, database: { ...one(database.rows), ...migrations }, queue: one(queue.rows), calls: one(calls.rows), slowest: slowest.rows };
}

async function countMigrations(): Promise<{ migrationsApplied: number; migrationsPending: number }> {
  const { rows } = await pool().query<{ name: string }>("SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL");
  const applied = new Set(rows.map(({ name }) => name));
  const wanted = await readMigrations(path.resolve("prisma/migrations"));
  return { migrationsApplied: applied.size, migrationsPending: wanted.filter(({ name }) => !applied.has(name)).length };
}

function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error("The database answered no row.");
  return row;
}
