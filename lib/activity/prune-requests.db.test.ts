import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { pruneRequests } from "./prune-requests";
import { flushRequestLog } from "./record-request";

/** Calls that came so many days ago, one for each age. */
async function logged(tenant: Tenant, ages: readonly number[], copies = 1): Promise<void> {
  const rows = ages.flatMap((age) => Array.from({ length: copies }, () => ({ id: uuidv7(), age })));
  await pool().query(
    `INSERT INTO scim_request (id, organization_id, connection_id, received_at, method, path, operation, status, duration_ms)
     SELECT id, $1, $2, now() - age * interval '1 day' - interval '1 hour', 'GET', '/Users', 'list_users', 200, 1 FROM jsonb_to_recordset($3) AS t (id uuid, age int)`,
    [tenant.organizationId, tenant.connectionId, JSON.stringify(rows)],
  );
}

const ages = async (tenant: Tenant): Promise<number[]> => {
  const { rows } = await pool().query<{ age: number }>("SELECT extract(day FROM now() - received_at)::int AS age FROM scim_request WHERE organization_id = $1 ORDER BY received_at DESC", [tenant.organizationId]);
  return rows.map(({ age }) => age);
};
const retain = (tenant: Tenant, days: number | null) => pool().query("UPDATE organization SET call_retention_days = $2 WHERE id = $1", [tenant.organizationId, days]);

describe("Calls in the log", () => {
  let acme: Tenant;
  let globex: Tenant;
  beforeEach(async () => {
    await pool().query("DELETE FROM scim_request");
    [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
  });

  it("are kept as long as their organization says, thirty days where it says nothing", async () => {
    await retain(acme, 7);
    for (const tenant of [acme, globex]) await logged(tenant, [0, 6, 7, 29, 30, 400]);
    expect(await pruneRequests()).toBe(4 + 2);
    expect([await ages(acme), await ages(globex)]).toEqual([[0, 6], [0, 6, 7, 29]]);
    expect(await pruneRequests()).toBe(0);
  });

  it("go in batches, however many are old, and two workers at once remove each once", async () => {
    await logged(acme, [40], 12_000);
    await logged(acme, [1]);
    const removed = await Promise.all([pruneRequests(), pruneRequests()]);
    expect(removed[0] + removed[1]).toBe(12_000);
    expect(await ages(acme)).toEqual([1]);
  });

  it("stop at so many batches a run, and the next one goes on", async () => {
    await logged(acme, [40], 6_000);
    expect(await pruneRequests({ mostBatches: 1 })).toBe(5_000);
    expect(await pruneRequests({ mostBatches: 1 })).toBe(1_000);
  });

  it("are told in the counters of their hour when they themselves are gone", async () => {
    await callScim(acme, "GET", "/Users");
    await flushRequestLog();
    await pool().query("UPDATE scim_request SET received_at = now() - interval '40 days' WHERE organization_id = $1", [acme.organizationId]);
    await pruneRequests();
    const { rows } = await pool().query<{ calls: number }>("SELECT sum(calls)::int AS calls FROM connection_activity WHERE connection_id = $1", [acme.connectionId]);
    expect([await ages(acme), rows[0]?.calls]).toEqual([[], 1]);
  });
});

describe("Privacy mode", () => {
  const secret = "grace.hopper@example.com";
  const kept = async (tenant: Tenant) => {
    await flushRequestLog();
    const { rows } = await pool().query<{ row: string; state: string }>("SELECT q::text AS row, body_state AS state FROM scim_request q WHERE organization_id = $1 ORDER BY id", [tenant.organizationId]);
    return rows;
  };

  it.each([
    ["of the organization", "UPDATE organization SET call_bodies_kept = false WHERE id = $1", (tenant: Tenant) => tenant.organizationId],
    ["of one connection", "UPDATE connection SET call_bodies_kept = false WHERE id = $1", (tenant: Tenant) => tenant.connectionId],
  ])("%s: nothing of what a call is about reaches the table, not even by a search or an error", async (_, statement, id) => {
    const [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
    await pool().query(statement, [id(acme)]);
    for (const tenant of [acme, globex]) {
      await callScim(tenant, "POST", "/Users", { userName: secret, displayName: "Grace Hopper" });
      expect((await callScim(tenant, "POST", "/Users", { userName: secret })).status).toBe(409);
      await callScim(tenant, "GET", `/Users?filter=${encodeURIComponent(`userName eq "${secret}"`)}`);
    }
    const [ours, theirs] = [await kept(acme), await kept(globex)];
    expect(ours).toHaveLength(3);
    for (const { row } of ours) expect(decodeURIComponent(row)).not.toMatch(/grace|hopper/i);
    expect(ours.map(({ state }) => state)).toEqual(["private", "private", "none"]);
    expect(decodeURIComponent(theirs.map(({ row }) => row).join("\n"))).toContain(secret);
  });
});
