import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { flushRequestLog } from "@/lib/activity/record-request";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

let acme: Tenant;
let other: Tenant;
const ids: string[] = [];

beforeAll(async () => {
  [acme, other] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Other" })];
  for (let at = 0; at < 12; at++) ids.push(String((await callScim(acme, "POST", "/Users", { userName: `R${at}@example.com`, externalId: at < 3 ? "shared" : `e${at}` })).body.id));
});

async function counted<Result>(work: () => Promise<Result>): Promise<{ result: Result; statements: number }> {
  await flushRequestLog();
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    return { result: await work(), statements: query.mock.calls.length };
  } finally {
    vi.restoreAllMocks();
  }
}
const filter = (text: string): string => `/Users?filter=${encodeURIComponent(text)}`;

test("reads of one moment are few statements, and each has its own answer", async () => {
  const { result, statements } = await counted(() => Promise.all([...ids, "00000000-0000-4000-8000-00000000dead"].map((id) => callScim(acme, "GET", `/Users/${id}`))));
  expect(result.map(({ status }) => status)).toEqual([...ids.map(() => 200), 404]);
  expect(result.slice(0, -1).map(({ body }) => body.id)).toEqual(ids);
  expect(statements).toBeLessThanOrEqual(2);
});

test("so are look-ups, found or not", async () => {
  const names = ["r1@EXAMPLE.com", "nobody@example.com", "R7@example.com"];
  const { result, statements } = await counted(() => Promise.all(names.map((name) => callScim(acme, "GET", filter(`userName eq "${name}"`)))));
  expect(result.map(({ body }) => [body.totalResults, (body.Resources as { id: string }[]).map(({ id }) => id)])).toEqual([[1, [ids[1]]], [0, []], [1, [ids[7]]]]);
  expect(statements).toBe(1);
});

test("several people of one external id are all told, and all counted where the page has no room for them", async () => {
  for (const count of ["", "&count=3", "&count=2", "&count=1", "&count=0"]) {
    const { body } = await callScim(acme, "GET", `${filter('externalId eq "shared"')}${count}`);
    const room = count === "" ? 100 : Number(count.slice(-1));
    expect([count, body.totalResults, ((body.Resources ?? []) as { id: string }[]).map(({ id }) => id)]).toEqual([count, 3, ids.slice(0, 3).slice(0, room)]);
  }
  const { body } = await callScim(acme, "GET", `${filter('externalId eq "shared"')}&startIndex=3`);
  expect([body.totalResults, (body.Resources as { id: string }[]).map(({ id }) => id)]).toEqual([3, [ids[2]]]);
});

test("credentials of one moment are each its own: another connection's, a wrong one and a paused connection's", async () => {
  const calls = () =>
    Promise.all([
      callScim(acme, "GET", `/Users/${ids[0]}`),
      callScim(other, "GET", `/Users/${ids[0]}`),
      callScim({ ...acme, token: other.token }, "GET", `/Users/${ids[0]}`),
      callScim({ ...acme, token: "wrong" }, "GET", `/Users/${ids[0]}`),
      callScim(acme, "GET", `/Users/${ids[1]}`),
    ]);
  expect((await calls()).map(({ status }) => status)).toEqual([200, 404, 401, 401, 200]);
  await pool().query("update connection set status = 'paused' where id = $1", [acme.connectionId]);
  expect((await calls()).map(({ status }) => status)).toEqual([403, 404, 401, 401, 403]);
  await pool().query("update connection set status = 'active' where id = $1", [acme.connectionId]);
});

test("a token that is revoked before a call comes is refused, whoever's look-up is under way", async () => {
  const early = Promise.all(ids.map((id) => callScim(acme, "GET", `/Users/${id}`)));
  await pool().query("update connection_token set revoked_at = now() where connection_id = $1", [acme.connectionId]);
  const late = await Promise.all(ids.map((id) => callScim(acme, "GET", `/Users/${id}`)));
  expect(new Set(late.map(({ status }) => status))).toEqual(new Set([401]));
  await early;
});
