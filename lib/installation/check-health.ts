import path from "node:path";
import { pool } from "@/lib/db/client";
import { readMigrations } from "@/lib/db/migrate";

export type Health = { status: "ok" } | { status: "unavailable"; reason: "database_unreachable" | "migrations_pending" };

/** Whether this process can do its work: the database answers, and every migration of this version is applied. */
export async function checkHealth(): Promise<Health> {
  try {
    const { rows } = await pool().query<{ migration_name: string }>(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Set(rows.map((row) => row.migration_name));
    const wanted = await readMigrations(path.resolve("prisma/migrations"));
    return wanted.every(({ name }) => applied.has(name)) ? { status: "ok" } : { status: "unavailable", reason: "migrations_pending" };
  } catch {
    return { status: "unavailable", reason: "database_unreachable" };
  }
}
