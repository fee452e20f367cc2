import { beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "@/lib/contracts/operation";
import { operations } from "@/lib/contracts/operations/all";
import { pool } from "@/lib/db/client";
import { createMember } from "@/lib/directory/members/create-member";
import { callApi, credentialHeaders } from "./support/call-api";
import { createTenant, type Tenant } from "./support/create-tenant";
import { pushGroup } from "./support/seed-directory";
import { createRandom } from "./fuzz/random";

type Json = Record<string, unknown>;

let headers: Record<string, string>;
let tenant: Tenant;
let known: Record<string, string>;

beforeAll(async () => {
  headers = await credentialHeaders();
  tenant = await createTenant({ name: "Hostile" });
  const member = await createMember(tenant.organizationScope, { email: "ada@hostile.test" });
  known = { organization: tenant.slug, connection: `scim-connection-${tenant.connectionId}`, member: `member-${member.id}`, group: await pushGroup(tenant, "G"), role: "org_admin", method: "basic", finding: "no_work_email" };
});

/** With the stream, whose refusals are JSON like all others. */
const addressed = operations.filter(({ access }) => access !== "public");
const closed = addressed.filter(({ answer }) => answer !== "stream");
const paramsOf = ({ path }: Operation) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
const params = (operation: Operation) => Object.fromEntries(paramsOf(operation).map((name) => [name, known[name] ?? "00000000-0000-7000-8000-00000000dead"]));
const rows = (list: readonly Operation[]) => list.map((operation) => [operation.id, operation] as const);

/** The names of the fields that a body or a query takes. */
function fieldsOf(shape: unknown): string[] {
  const { shape: fields } = (shape ?? {}) as { shape?: Json };
  return Object.keys(fields ?? {});
}

const noText = ["nul\0byte", "half \ud83d pair", "\udc00"];

describe("What is no text", () => {
  it.each(rows(addressed.filter((operation) => paramsOf(operation).length > 0)))("%s refuses it in each part of its address", async (_, operation) => {
    for (const name of paramsOf(operation)) {
      for (const text of noText) {
        const { status, body } = await callApi(operation, { headers, params: { ...params(operation), [name]: text } });
        expect([name, status, body.error_type]).toEqual([name, 400, "invalid_request"]);
      }
    }
  }, 30_000);

  it.each(rows(closed.filter(({ body }) => body)))("%s refuses it anywhere in its body, before anything else", async (_, operation) => {
    // Each field meets one text at one depth, the fields together all of them.
    for (const [nth, name] of [...fieldsOf(operation.body), "unknown", "unknown", "unknown"].entries()) {
      const text = noText[nth % noText.length] ?? "";
      const value = [text, [text], { deep: { [text]: 1 } }, { deep: [{ text }] }][nth % 4];
      const { status, body } = await callApi(operation, { headers, params: params(operation), body: { ...operation.example, [name]: value } });
      expect([name, status, body.error_type]).toEqual([name, 400, "invalid_request"]);
    }
  }, 30_000);

  it.each(rows(closed.filter(({ query }) => query)))("%s refuses NUL in each field of its query", async (_, operation) => {
    for (const name of [...fieldsOf(operation.query), "unknown"]) {
      const { status, body } = await callApi(operation, { headers, params: params(operation), query: { [name]: "a\0b" } });
      expect([name, status, body.error_type]).toEqual([name, 400, "invalid_request"]);
    }
  }, 30_000);
});

describe("What is no JSON of ours", () => {
  const deep = (open: string, close: string) => `${open.repeat(20_000)}1${close.repeat(20_000)}`;
  const bodies: [string, string][] = [
    ["broken", '{"a":'],
    ["a list", "[]"],
    ["a number", "1e999"],
    ["null", "null"],
    ["deep lists", deep("[", "]")],
    ["deep objects", deep('{"a":', "}")],
    ["a form", "organization_name=x&name=y"],
    ["bytes", "\ufffd\u0001"],
  ];

  it.each(rows(closed.filter(({ method, body }) => method !== "GET" && body)))("%s refuses it as the API does, and never fails", async (_, operation) => {
    for (const [kind, body] of bodies) {
      const answer = await callApi(operation, { headers, params: params(operation), body });
      expect([kind, answer.status >= 400 && answer.status < 500, answer.body.error_type]).toEqual([kind, true, expect.any(String)]);
    }
    const form = await callApi(operation, { headers: { ...headers, "content-type": "application/x-www-form-urlencoded" }, params: params(operation), body: "a=b" });
    expect(form.status).toBe(400);
    const large = await callApi(operation, { headers, params: params(operation), body: JSON.stringify({ a: "x".repeat(1_100_000) }) });
    expect([large.status, large.body.error_type]).toEqual([413, "request_too_large"]);
  }, 30_000);
});

/** Values that have broken programs, for any field. */
const hostile: unknown[] = [
  null, true, 0, -1, 1.5, 1e308, -1e308, 9_007_199_254_740_993, 2 ** 31, 2 ** 63, "", " ", "\u202e", "𝕳".repeat(300), "x".repeat(70_000), "' OR 1=1 --", "%", "\\", "../../etc/passwd", "${jndi:x}",
  "2026-02-30T25:61:61Z", "0001-01-01T00:00:00Z", "+275760-09-13T00:00:00.000Z", "-infinity", "NaN", "1e400", "constructor", "__proto__", "toString", "hasOwnProperty",
  [], [[]], [null], [{}], {}, { constructor: { prototype: { polluted: true } } }, { toString: 1, valueOf: null }, Array.from({ length: 2000 }, (_, at) => at),
];

describe("A thousand random calls", () => {
  it.each(["1", "2", "3", "4"])("with the seed %s: none fails, none changes a prototype, and all answers are as described", async (seed) => {
    const { pick, chance } = createRandom(Number(seed));
    for (let nth = 0; nth < 250; nth += 1) {
      // What ends the fixture, or takes seconds, is called by other tests.
      const operation = pick(closed.filter(({ id }) => !["organizations.delete", "scim.connection.delete", "credentials.revoke", "demo.create", "demo.delete"].includes(id)));
      const given = { ...params(operation) };
      if (chance(0.3)) for (const name of paramsOf(operation)) if (chance(0.5)) given[name] = String(pick(hostile.filter((value) => typeof value === "string" && value !== "")));
      const fields = fieldsOf(operation.method === "GET" ? operation.query : operation.body);
      const chosen = fields.filter(() => chance(0.5)).map((name) => [name, pick(hostile)] as const);
      const query = Object.fromEntries(chosen.map(([name, value]) => [name, (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 4000)]));
      const base = JSON.stringify({ ...operation.example, ...Object.fromEntries(chosen) });
      const body = chance(0.2) ? base.replace("{", '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},').replace(",}", "}") : base;
      const answer = await callApi(operation, { headers, params: given, ...(operation.method === "GET" ? { query } : { body }) });
      const tellable = `${operation.id} ${JSON.stringify(given).slice(0, 300)} ${(operation.method === "GET" ? JSON.stringify(query) : body).slice(0, 600)}`;
      expect([tellable, answer.status < 500 || answer.body.error_type]).toEqual([tellable, true]);
      expect(({} as Json)["polluted"]).toBeUndefined();
    }
    // The database is as usable as before.
    expect((await pool().query("SELECT 1")).rowCount).toBe(1);
  }, 120_000);
});
