import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

export type Migration = { name: string; sql: string; checksum: string };

export type MigrationReport = {
  /** Applied by this call, in order. */
  applied: string[];
  /** In the database, but not among the files: a newer Rollcall was here. */
  unknown: string[];
};

type Row = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null };

/** The key Prisma's own engine locks, so that `prisma migrate deploy` and this runner exclude each other. */
const PRISMA_LOCK = 72_707_369;

const CREATE_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  varchar(36) PRIMARY KEY NOT NULL,
    checksum            varchar(64) NOT NULL,
    finished_at         timestamptz,
    migration_name      varchar(255) NOT NULL,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;

/**
 * Brings the database up to date with `prisma/migrations`, one transaction a migration, and keeps Prisma's own
 * bookkeeping, so that `prisma migrate deploy` is interchangeable. Safe to call from several processes at once.
 *
 * Throws one clear sentence when a migration fails (nothing of it stays), when one that was applied has been edited, or
 * when `prisma migrate` left one half done.
 */
export async function migrate(databaseUrl: string, folder = path.resolve("prisma/migrations")): Promise<MigrationReport> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "rollcall-migrate" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(CREATE_TABLE);
    return await applyPending(client, migrations);
  } finally {
    await client.end();
  }
}

/** The migration files in the order in which they apply. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map(async (name) => readMigration(name, path.join(folder, name, "migration.sql"))));
}

async function readMigration(name: string, file: string): Promise<Migration> {
  // Git may give Windows other line ends: Prisma takes either for the same script, and so do we.
  const sql = (await readFile(file, "utf8")).replaceAll("\r\n", "\n");
  return { name, sql, checksum: sha256(sql) };
}

async function applyPending(client: pg.Client, migrations: Migration[]): Promise<MigrationReport> {
  const { rows } = await client.query<Row>(
    "SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  for (const row of rows) requireSound(row, migrations);
  const done = new Set(rows.map((row) => row.migration_name));
  const pending = migrations.filter(({ name }) => !done.has(name));
  for (const migration of pending) await applyMigration(client, migration);
  const known = new Set(migrations.map(({ name }) => name));
  return { applied: pending.map(({ name }) => name), unknown: [...done].filter((name) => !known.has(name)) };
}

function requireSound(row: Row, migrations: Migration[]): void {
  const name = row.migration_name;
  if (row.finished_at === null) {
    throw new Error(
      `The migration ${name} was started by "prisma migrate" and did not finish. Repair the database, then mark it with "npx prisma migrate resolve".`,
    );
  }
  const migration = migrations.find((candidate) => candidate.name === name);
  if (!migration) return;
  if (row.checksum === migration.checksum || row.checksum === sha256(migration.sql.replaceAll("\n", "\r\n"))) return;
  throw new Error(`The migration ${name} was changed after it had been applied. Restore the file and put the change in a new migration.`);
}

async function applyMigration(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new Error(`The migration ${name} failed and was undone: ${(error as Error).message}`, { cause: error });
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
