import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flushRequestLog } from "@/lib/activity/record-request";
import { pool } from "@/lib/db/client";
import { plannedPools } from "@/lib/db/planned-pools";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

// A new installation: nothing was ever counted, and every statement was planned while there was next to nothing.
const tables = ["member", "registration", "registration_count", "event", "idp_group", "group_membership"];
const connections = 4;
let acme: Tenant;
let group = "";
const people: string[] = [];

const person = (n: number) => ({
  userName: `person${n}@example.com`,
  externalId: `00u${n}`,
  displayName: `Person ${n}`,
  name: { givenName: "Person", familyName: String(n) },
  emails: [{ value: `person${n}@example.com`, type: "work", primary: true }],
});

const calls: Record<string, (n: number) => Promise<{ status: number; body: { id?: unknown } }>> = {
  "POST /Users": (n) => callScim(acme, "POST", "/Users", person(n)),
  "GET /Users?filter=userName": (n) => callScim(acme, "GET", `/Users?filter=userName eq "person${n}@example.com"`),
  "GET /Users?filter=externalId": (n) => callScim(acme, "GET", `/Users?filter=externalId eq "00u${n}"`),
  "GET /Users/{id}": (n) => callScim(acme, "GET", `/Users/${people[n]}`),
  "PATCH /Users/{id}, a title": (n) => callScim(acme, "PATCH", `/Users/${people[n]}`, { Operations: [{ op: "replace", value: { title: `Title ${n}` } }] }),
  "PATCH /Users/{id}, inactive": (n) => callScim(acme, "PATCH", `/Users/${people[n]}`, { Operations: [{ op: "replace", value: { active: false } }] }),
  "PUT /Users/{id}": (n) => callScim(acme, "PUT", `/Users/${people[n]}`, { ...person(n), title: "Other", active: true }),
  "PATCH /Groups/{id}, one more": (n) => callScim(acme, "PATCH", `/Groups/${group}`, { Operations: [{ op: "add", path: "members", value: [{ value: people[n] }] }] }),
  "PATCH /Groups/{id}, one less": (n) => callScim(acme, "PATCH", `/Groups/${group}`, { Operations: [{ op: "remove", path: `members[value eq "${people[n]}"]` }] }),
};

async function call(name: string, n: number): Promise<void> {
  const reply = await calls[name]?.(n);
  expect([name, reply && reply.status < 300]).toEqual([name, true]);
  if (name === "POST /Users") people[n] = String(reply?.body.id);
}

/** Four at a time, as an identity provider does. */
async function repeat(name: string, from: number, to: number): Promise<void> {
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < to) await call(name, next++);
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

/** Rows and index entries that all statements so far read of these tables. */
async function readSoFar(): Promise<number> {
  await flushRequestLog();
  // Each session reports when it is told to.
  await Promise.all([pool(), ...plannedPools()].flatMap((connections) => Array.from({ length: 40 }, () => connections.query("select pg_stat_force_next_flush(), pg_sleep(0.01)"))));
  const { rows } = await pool().query<{ read: number }>(
    `select ((select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes where relname = any ($1)) + (select coalesce(sum(seq_tup_read), 0) from pg_stat_user_tables where relname = any ($1)))::float8 as read`,
    [tables],
  );
  return rows[0]?.read ?? 0;
}

beforeAll(async () => {
  for (const table of tables) await pool().query(`alter table ${table} set (autovacuum_enabled = false)`);
  acme = await createTenant();
  group = String((await callScim(acme, "POST", "/Groups", { displayName: "First" })).body.id);
  for (const name of Object.keys(calls)) await repeat(name, 0, connections * 8);
});

afterAll(async () => {
  for (const table of tables) await pool().query(`alter table ${table} reset (autovacuum_enabled)`);
});

describe("The first push of a whole directory", () => {
  test("costs the last person no more than the first, although nothing was ever counted", async () => {
    const before = await readSoFar();
    await repeat("POST /Users", 100, 3100);
    expect(((await readSoFar()) - before) / 3000).toBeLessThan(25);
    const { rows } = await pool().query("select relname from pg_class where relname = any ($1) and reltuples >= 0", [["member", "registration", "event"]]);
    expect(rows).toEqual([]);
  }, 60_000);

  test.each(Object.keys(calls).slice(1))("%s reads a handful of rows afterwards", async (name) => {
    const before = await readSoFar();
    await repeat(name, 200, 300);
    expect(((await readSoFar()) - before) / 100).toBeLessThan(40);
  });
});
