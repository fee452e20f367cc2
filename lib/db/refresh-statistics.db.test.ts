import { expect, it } from "vitest";
import { createTenant } from "@/tests/support/create-tenant";
import { pool } from "./client";
import { refreshStatistics } from "./refresh-statistics";

const addMembers = async (organizationId: string, count: number): Promise<void> => {
  const client = await pool().connect();
  await client.query(`INSERT INTO member (id, organization_id, origin, email, email_key) SELECT gen_random_uuid(), $1, 'scim', n || '@acme.test', n || '@acme.test' FROM generate_series(1, $2::int) n`, [organizationId, count]);
  await client.query("SELECT pg_stat_force_next_flush()");
  await client.query("SELECT 1");
  client.release();
};

it("PostgreSQL is told what is in a table after its first few hundred rows, and again when it has doubled", async () => {
  await pool().query("ALTER TABLE member SET (autovacuum_enabled = false)");
  const { organizationId } = await createTenant();
  await addMembers(organizationId, 200);
  expect(await refreshStatistics()).not.toContain("member");
  await addMembers(organizationId, 200);
  expect(await refreshStatistics()).toContain("member");
  expect((await pool().query("SELECT reltuples FROM pg_class WHERE oid = 'member'::regclass")).rows).toEqual([{ reltuples: 400 }]);
  await addMembers(organizationId, 350);
  expect(await refreshStatistics()).not.toContain("member");
  await addMembers(organizationId, 350);
  expect(await refreshStatistics()).toContain("member");
  await pool().query("ALTER TABLE member RESET (autovacuum_enabled)");
});
