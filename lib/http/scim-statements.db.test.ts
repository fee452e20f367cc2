import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { flushRequestLog } from "@/lib/activity/record-request";
import { pool } from "@/lib/db/client";
import { runInOneTransaction } from "@/lib/db/run-in-one-transaction";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

let acme: Tenant;
let user = "";
let group = "";

beforeAll(async () => {
  acme = await createTenant();
  user = String((await callScim(acme, "POST", "/Users", { userName: "count@example.com", externalId: "count" })).body.id);
  group = String((await callScim(acme, "POST", "/Groups", { displayName: "Count" })).body.id);
});

/** Statements of one call on whatever connection, BEGIN and COMMIT included, the log's left out: it is written later, for many calls at once. */
async function countStatements(method: string, target: string, body?: unknown): Promise<number> {
  await flushRequestLog();
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    expect((await callScim(acme, method, target, body)).status).toBeLessThan(300);
    return query.mock.calls.length;
  } finally {
    vi.restoreAllMocks();
  }
}

// Authentication is one of them; reads that are known from the URL come with it.
describe("Statements of a call", () => {
  test.each([
    ["GET", () => `/Users/${user}`, undefined, 1],
    ["GET", () => "/Users?filter=userName eq %22count@example.com%22", undefined, 1],
    ["GET", () => "/Users?filter=externalId eq %22count%22&startIndex=1&count=10", undefined, 1],
    ["GET", () => "/Groups?filter=displayName eq %22Count%22&excludedAttributes=members", undefined, 1],
    ["GET", () => "/Users?startIndex=1&count=100", undefined, 2],
    ["GET", () => `/Groups/${group}`, undefined, 1],
    ["GET", () => `/Groups/${group}?excludedAttributes=members`, undefined, 1],
    ["GET", () => `/Users/${user}?attributes=userName`, undefined, 2],
    ["POST", () => "/Users", { userName: "new@example.com", externalId: "new" }, 2],
    ["POST", () => "/Groups", { displayName: "New" }, 2],
    ["PATCH", () => `/Users/${user}`, { Operations: [{ op: "replace", value: { active: false } }] }, 2],
    ["PUT", () => `/Users/${user}`, { userName: "count@example.com", title: "T", active: true }, 2],
    ["PATCH", () => `/Groups/${group}`, { Operations: [{ op: "add", path: "members", value: [{ value: "PERSON" }] }] }, 2],
    ["PATCH", () => `/Groups/${group}`, { Operations: [{ op: "remove", path: 'members[value eq "PERSON"]' }] }, 2],
    ["DELETE", () => `/Groups/${group}`, undefined, 2],
    ["DELETE", () => `/Users/${user}`, undefined, 2],
  ])("%s %s", async (method, target, body, statements) => {
    const sent = body === undefined ? undefined : (JSON.parse(JSON.stringify(body).replace("PERSON", user)) as unknown);
    expect(await countStatements(method, target(), sent)).toBe(statements);
  });
});

type Counted = { name: string; written: number; read: number };

const counted = `select relname as name, (n_tup_ins + n_tup_upd + n_tup_del)::int as written, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
  from pg_stat_xact_user_tables`;

/** Rows that a call writes and reads, as PostgreSQL counts them for its session; everything is undone. */
async function countRows(method: string, target: string, body: unknown): Promise<{ written: Record<string, number>; read: number }> {
  return runInOneTransaction("rollback", async (db) => {
    const before = new Map((await db.query<Counted>(counted)).rows.map((row) => [row.name, row]));
    expect((await callScim(acme, method, target, body)).status).toBeLessThan(300);
    const rows = (await db.query<Counted>(counted)).rows.map((row) => ({ ...row, written: row.written - (before.get(row.name)?.written ?? 0), read: row.read - (before.get(row.name)?.read ?? 0) }));
    const written = rows.filter((row) => row.written > 0).map((row) => [row.name, row.written] as const);
    return { written: Object.fromEntries(written), read: rows.reduce((sum, row) => sum + row.read, 0) };
  });
}

describe("Rows of a change", () => {
  const members: { value: string }[] = [];
  let team = "";
  const add = (value: { value: string }[]) => ({ Operations: [{ op: "add", path: "members", value }] });

  // So many that reading them all is never the quickest way.
  beforeAll(async () => {
    for (let n = 0; n < 12; n++) members.push({ value: String((await callScim(acme, "POST", "/Users", { userName: `row${n}@example.com`, externalId: `row${n}` })).body.id) });
    team = String((await callScim(acme, "POST", "/Groups", { displayName: "Team", members: members.slice(0, 2) })).body.id);
    await pool().query(
      `with person as (
         insert into member (id, organization_id, origin, email, email_key) select gen_random_uuid(), $1, 'scim', n || '@many.test', n || '@many.test' from generate_series(1, 2000) n returning id, email
       ), known as (
         insert into registration (id, connection_id, organization_id, member_id, user_name, user_name_key, attributes)
         select gen_random_uuid(), $2, $1, id, email, email, jsonb_build_object('userName', email) from person returning id
       ) insert into group_membership (group_id, registration_id, connection_id) select $3, id, $2 from known`,
      [acme.organizationId, acme.connectionId, team],
    );
    for (const table of ["registration", "member", "group_membership", "idp_group"]) await pool().query(`analyze ${table}`);
  });

  // One event for who came or left, and the group's version; of the 2 000 who stay nobody is read.
  test.each([
    ["adds one", () => add(members.slice(2, 3)), 1],
    ["adds ten", () => add(members.slice(2, 12)), 10],
    ["removes one", () => ({ Operations: [{ op: "remove", path: `members[value eq "${members[1]?.value}"]` }] }), 1],
  ])("A membership change that %s of 2 000 touches those alone", async (_, body, people) => {
    const { written, read } = await countRows("PATCH", `/Groups/${team}`, body());
    expect(written).toEqual({ group_membership: people, event: people, idp_group: 1 });
    expect(read).toBeLessThan(30 + 10 * people);
  });

  test("A person who changes is written once, with the member and the event", async () => {
    const { written, read } = await countRows("PATCH", `/Users/${members[0]?.value}`, { Operations: [{ op: "replace", value: { title: "Rows" } }] });
    expect(written).toEqual({ registration: 1, member: 1, event: 1 });
    // Read, and read once more when they are held: whether somebody changed their roles meanwhile.
    expect(read).toBeLessThan(60);
  });

  test("A new person is a member, a registration, an event and one more in the count", async () => {
    const { written, read } = await countRows("POST", "/Users", { userName: "rows@example.com", externalId: "rows" });
    expect(written).toEqual({ registration: 1, member: 1, event: 1, registration_count: 1 });
    expect(read).toBeLessThan(40);
  });
});

describe("Memory that is set aside when a statement begins", () => {
  type Plan = { "Node Type": string; "Plan Rows": number; Plans?: Plan[] };
  const recursions = (plan: Plan): number[] => [...(plan["Node Type"] === "Recursive Union" ? [plan["Plan Rows"]] : []), ...(plan.Plans ?? []).flatMap(recursions)];

  test.each([["/Users?startIndex=1&count=100"], ["/Users?filter=userName sw %22a%22"], ["PERSON"]])("GET %s expects few groups above groups", async (target) => {
    const person = String((await callScim(acme, "POST", "/Users", { userName: `few${target.length}@example.com` })).body.id);
    const query = vi.spyOn(pg.Client.prototype, "query");
    await callScim(acme, "GET", target.replace("PERSON", `/Users/${person}`));
    const sent = query.mock.calls.map(([config]) => config as unknown as { text?: string; values?: unknown[] }).find(({ text }) => /group_nesting/.test(text ?? ""));
    vi.restoreAllMocks();
    const { rows } = await pool().query<{ "QUERY PLAN": { Plan: Plan }[] }>({ text: `explain (format json) ${sent?.text ?? ""}`, values: sent?.values ?? [] });
    const found = rows.flatMap((row) => row["QUERY PLAN"].flatMap(({ Plan: plan }) => recursions(plan)));
    expect(found).not.toHaveLength(0);
    expect(Math.max(...found)).toBeLessThan(1_000);
  });
});
