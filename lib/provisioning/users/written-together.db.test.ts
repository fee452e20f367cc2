import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { flushRequestLog } from "@/lib/activity/record-request";
import { setBrake } from "@/lib/connections/brake/set-brake";
import { pool } from "@/lib/db/client";
import type { JsonObject } from "@/lib/scim/resource/resource";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { untilWaiting } from "@/tests/support/until-waiting";

let acme: Tenant;

beforeEach(async () => {
  acme = await createTenant();
});

const create = (body: JsonObject) => callScim(acme, "POST", "/Users", body);
const active = (id: string, value: boolean) => callScim(acme, "PATCH", `/Users/${id}`, { Operations: [{ op: "replace", path: "active", value }] });
async function newcomers(count: number): Promise<string[]> {
  const replies = await Promise.all(Array.from({ length: count }, (_, at) => create({ userName: `p${at}@example.com`, externalId: `x${at}`, displayName: `P ${at}` })));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  return replies.map(({ body }) => String(body.id));
}
const eventTypes = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await pool().query<{ type: string; n: number }>("select type, count(*)::int as n from event where organization_id = $1 group by 1", [acme.organizationId])).rows.map(({ type, n }) => [type, n]));
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  await flushRequestLog();
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return query.mock.calls.filter(([statement]) => /^(insert|update|deactivate)-/.test((statement as { name?: string }).name ?? "")).length;
  } finally {
    vi.restoreAllMocks();
  }
}

test("people who come at once are few statements, each with an id, a version and an event of its own", async () => {
  let ids: string[] = [];
  expect(await statementsOf(async () => void (ids = await newcomers(40)))).toBeLessThanOrEqual(10);
  expect(new Set(ids).size).toBe(40);
  const { body } = await callScim(acme, "GET", `/Users/${ids[7]}`);
  expect(body).toMatchObject({ id: ids[7], userName: "p7@example.com", externalId: "x7", displayName: "P 7", meta: { version: 'W/"1"' } });
  const { rows } = await pool().query("select m.email, e.payload->'member'->>'email_address' as told, e.request_id is not null as asked from registration r join member m on m.id = r.member_id join event e on e.object_id = m.id where r.id = $1", [ids[7]]);
  expect(rows).toEqual([{ email: "p7@example.com", told: "p7@example.com", asked: true }]);
  expect(await eventTypes()).toEqual({ "scim.member.create": 40 });
});

test("among those who come at once each has an answer of its own", async () => {
  await create({ userName: "taken@example.com", emails: [{ value: "known@example.com", primary: true }] });
  const bodies: JsonObject[] = [
    { userName: "one@example.com" },
    { userName: "Taken@example.com", emails: [{ value: "other@example.com", primary: true }] },
    { userName: "zero@example.com", title: "a\u0000b" },
    { userName: "twice@example.com" },
    { userName: "TWICE@example.com", emails: [{ value: "twice2@example.com", primary: true }] },
    { userName: "same1", emails: [{ value: "same@example.com", primary: true }] },
    { userName: "same2", emails: [{ value: "Same@example.com", primary: true }] },
    { userName: "two@example.com" },
  ];
  const replies = await Promise.all(bodies.map(create));
  const codes = replies.map(({ status, body }) => (status === 201 ? 201 : `${status} ${String(body.scimType)}`));
  expect([codes[0], codes[1], codes[2], codes[7]]).toEqual([201, "409 uniqueness", "400 invalidValue", 201]);
  expect([codes[3], codes[4]].sort()).toEqual([201, "409 uniqueness"]);
  expect([codes[5], codes[6]]).toEqual([201, 201]);
  const { rows } = await pool().query("select count(*)::int as n from member where organization_id = $1 and email_key = 'same@example.com'", [acme.organizationId]);
  expect(rows).toEqual([{ n: 2 }]);
  expect(await eventTypes()).toEqual({ "scim.member.create": 6 });
});

test("people who leave and come back at once are told one by one, in few statements", async () => {
  const ids = await newcomers(20);
  await setBrake(acme.organizationScope, acme.connectionId, { mode: "off" });
  expect(await statementsOf(() => Promise.all(ids.map((id) => active(id, false))))).toBeLessThanOrEqual(6);
  expect(await statementsOf(() => Promise.all(ids.map((id) => active(id, true))))).toBeLessThanOrEqual(6);
  expect(await eventTypes()).toEqual({ "scim.member.create": 20, "scim.member.delete": 20, "scim.member.update": 20 });
  const { rows } = await pool().query("select distinct version, active from registration where connection_id = $1", [acme.connectionId]);
  expect(rows).toEqual([{ version: 3, active: true }]);
});

test("of people who leave at once, no more than the brake lets go do go", async () => {
  const ids = await newcomers(30);
  await setBrake(acme.organizationScope, acme.connectionId, { mode: "hold", people: 10, percent: 10 });
  const replies = await Promise.all(ids.map((id) => active(id, false)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(10);
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(20);
  const { rows } = await pool().query("select count(*)::int as n from member where organization_id = $1 and status = 'deactivated'", [acme.organizationId]);
  expect(rows).toEqual([{ n: 10 }]);
  expect(await eventTypes()).toMatchObject({ "scim.member.delete": 10, "scim.brake_case.create": 1 });
});

test("a person whom somebody else holds keeps nobody waiting who comes at the same time", async () => {
  const [held = "", free = ""] = await newcomers(2);
  const holder = await pool().connect();
  await holder.query("begin");
  await holder.query("select 1 from registration where id = $1 for update", [held]);
  const waiting = active(held, false);
  expect((await active(free, false)).status).toBe(200);
  await untilWaiting(1);
  await holder.query("commit");
  holder.release();
  expect((await waiting).status).toBe(200);
});

/** Somebody who leaves through another server, and has the brake until it is let go. */
async function elsewhere(): Promise<{ letGo: () => Promise<void> }> {
  const client = await pool().connect();
  await client.query("begin");
  await client.query("select pg_advisory_xact_lock(hashtextextended('brake:' || $1::uuid, 0))", [acme.connectionId]);
  return { letGo: async () => void (await client.query("commit"), client.release()) };
}

test("people who leave while somebody leaves through another server wait for that one together", async () => {
  const ids = await newcomers(20);
  await setBrake(acme.organizationScope, acme.connectionId, { mode: "suspend", people: 100, percent: 100 });
  const other = await elsewhere();
  const statements = await statementsOf(async () => {
    const leaving = Promise.all(ids.map((id) => active(id, false)));
    await untilWaiting(1);
    await other.letGo();
    expect(new Set((await leaving).map(({ status }) => status))).toEqual(new Set([200]));
  });
  expect(statements).toBeLessThanOrEqual(6);
  expect(await eventTypes()).toEqual({ "scim.member.create": 20, "scim.member.delete": 20 });
});

test("people who leave while the brake is kept for long leave one by one when it is let go", async () => {
  const ids = await newcomers(3);
  const other = await elsewhere();
  const leaving = Promise.all(ids.map((id) => active(id, false)));
  // Nobody waits in the common statement any more, but each in a transaction of its own.
  await untilWaiting(3);
  await other.letGo();
  expect(new Set((await leaving).map(({ status }) => status))).toEqual(new Set([200]));
  expect(await eventTypes()).toEqual({ "scim.member.create": 3, "scim.member.delete": 3 });
});
