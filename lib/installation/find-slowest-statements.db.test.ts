import { expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { installationScope } from "@/tests/support/create-tenant";
import { findSlowestStatements } from "./find-slowest-statements";

it("The slowest statements are told without their values, where PostgreSQL counts them", async () => {
  expect(await findSlowestStatements(installationScope)).toBeNull();
  await pool().query("CREATE EXTENSION pg_stat_statements");
  for (let n = 0; n < 3; n++) await pool().query("SELECT pg_sleep(0.02), 'a secret of somebody'");
  const found = await findSlowestStatements(installationScope);
  const [slowest] = found?.statements ?? [];
  expect(slowest).toMatchObject({ text: "SELECT pg_sleep($1), $2", calls: 3 });
  expect(slowest?.meanMs).toBeGreaterThan(20);
  expect(found?.since).toBeInstanceOf(Date);
});
