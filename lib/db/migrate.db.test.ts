import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pool } from "./client";
import { migrate } from "./migrate";

const url = (): string => process.env.DATABASE_URL ?? "";
let folder: string;

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

describe("migrate", () => {
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "rollcall-migrations-"));
    await cp("prisma/migrations", folder, { recursive: true });
    await pool().query("DELETE FROM _prisma_migrations WHERE migration_name LIKE '2999%'");
    await pool().query("DROP TABLE IF EXISTS later");
  });

  afterEach(() => rm(folder, { recursive: true }));

  it("applies what is new, once, and records it as Prisma does", async () => {
    await addMigration("29990101000000_later", "CREATE TABLE later (id int);");
    expect((await migrate(url(), folder)).applied).toEqual(["29990101000000_later"]);
    expect((await migrate(url(), folder)).applied).toEqual([]);
    const { rows } = await pool().query<{ checksum: string }>("SELECT * FROM _prisma_migrations WHERE migration_name = '29990101000000_later'");
    expect(rows[0]).toMatchObject({ applied_steps_count: 1, rolled_back_at: null, finished_at: expect.any(Date) });
    expect(rows[0]?.checksum).toMatch(/^[0-9a-f]{64}$/);
  });

  it("lets parallel starts apply a migration once", async () => {
    await addMigration("29990101000000_later", "CREATE TABLE later (id int);");
    const reports = await Promise.all([migrate(url(), folder), migrate(url(), folder), migrate(url(), folder)]);
    expect(reports.flatMap(({ applied }) => applied)).toEqual(["29990101000000_later"]);
  });

  it("undoes a migration that fails and names it", async () => {
    await addMigration("29990101000000_broken", "CREATE TABLE later (id int); SELECT nonsense;");
    await expect(migrate(url(), folder)).rejects.toThrow(/29990101000000_broken failed and was undone: .*nonsense/);
    expect((await pool().query("SELECT to_regclass('later') AS found")).rows).toEqual([{ found: null }]);
  });

  it("refuses a migration that was edited after it had been applied", async () => {
    await addMigration("29990101000000_later", "CREATE TABLE later (id int);");
    await migrate(url(), folder);
    await addMigration("29990101000000_later", "CREATE TABLE later (id bigint);");
    await expect(migrate(url(), folder)).rejects.toThrow(/29990101000000_later was changed after/);
  });

  it("takes the same file with Windows line ends for the same migration", async () => {
    await addMigration("29990101000000_later", "CREATE TABLE later (\n id int);\n");
    await migrate(url(), folder);
    await addMigration("29990101000000_later", "CREATE TABLE later (\r\n id int);\r\n");
    expect((await migrate(url(), folder)).applied).toEqual([]);
  });

  it("refuses to go on after a migration that prisma migrate left half done", async () => {
    await pool().query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (gen_random_uuid(), 'x', '29990101000000_half')",
    );
    await expect(migrate(url(), folder)).rejects.toThrow(/29990101000000_half was started by "prisma migrate" and did not finish/);
  });

  it("tells of migrations that a newer version applied", async () => {
    await addMigration("29990101000000_later", "CREATE TABLE later (id int);");
    await migrate(url(), folder);
    expect((await migrate(url(), "prisma/migrations")).unknown).toEqual(["29990101000000_later"]);
  });
});
