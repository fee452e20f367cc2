import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { flushRequestLog } from "@/lib/activity/record-request";
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
