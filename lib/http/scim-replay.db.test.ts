import { describe, expect, test } from "vitest";
import { findAuditEntries } from "@/lib/activity/find-audit-entries";
import { findScimRequests } from "@/lib/activity/find-scim-requests";
import { presentScimRequest } from "@/lib/activity/present-scim-request";
import { flushRequestLog } from "@/lib/activity/record-request";
import { pool } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/scope";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { replayScimRequest } from "./scim-replay";

const person = (name: string) => ({ userName: `${name}@acme.example`, displayName: `${name} Lovelace`, password: "not to be kept" });

async function latest(tenant: Tenant) {
  await flushRequestLog();
  const [request] = (await findScimRequests(tenant.organizationScope, { limit: 1 })).requests;
  if (!request) throw new Error("nothing was logged");
  return request;
}

async function counts(tenant: Tenant) {
  const { rows } = await pool().query<{ events: number; members: number }>("select (select count(*)::int from event where organization_id = $1) as events, (select count(*)::int from member where organization_id = $1) as members", [tenant.organizationId]);
  if (!rows[0]) throw new Error("a select without from has one row");
  return rows[0];
}

describe("A failed call is repeated", () => {
  test("first as a trial that changes nothing, then for good, audited and logged as a call of its own", async () => {
    const acme = await createTenant();
    const taken = await callScim(acme, "POST", "/Users", person("ada"));
    expect((await callScim(acme, "POST", "/Users", person("ada"))).status).toBe(409);
    const failed = await latest(acme);
    const before = await counts(acme);
    expect(await replayScimRequest(acme.organizationScope, failed.id, { apply: false })).toMatchObject({ applied: false, status: 409, effects: [] });
    await callScim(acme, "DELETE", `/Users/${String(taken.body.id)}`);
    const trial = await replayScimRequest(acme.organizationScope, failed.id, { apply: false });
    expect(trial).toMatchObject({ applied: false, status: 201, effects: [{ kind: "person_created", member: { name: "ada Lovelace" } }], scim_request_id: null });
    expect(await counts(acme)).toEqual({ ...before, events: before.events + 1 });

    const done = await replayScimRequest(acme.organizationScope, failed.id, { apply: true, version: trial.version });
    expect(done).toMatchObject({ applied: true, status: 201, effects: trial.effects.map(({ kind }) => ({ kind })) });
    expect(await counts(acme)).toEqual({ events: before.events + 2, members: before.members + 1 });
    // Whoever is told the call's id finds it: its row is there before the answer.
    expect((await pool().query("select status from scim_request where id = $1", [done.scim_request_id?.replace("request-id-", "")])).rows).toEqual([{ status: 201 }]);
    const logged = presentScimRequest(await latest(acme));
    expect(logged).toMatchObject({ scim_request_id: done.scim_request_id, replay_of: `request-id-${failed.id}`, replayed_by: "test", status: 201, subject: "ada Lovelace" });
    const { entries } = await findAuditEntries(acme.organizationScope, { page: 1, pageSize: 5 });
    expect(entries[0]).toMatchObject({ action: "scim_request.replay", target: { label: "ada Lovelace" }, before: { status: 409 }, after: { status: 201, changes: 1 } });
    const contact = await pool().query("select request_count::int from connection_contact where connection_id = $1", [acme.connectionId]);
    expect(contact.rows[0].request_count).toBeGreaterThan(3);
  });

  test("a group push that left somebody out, once they are there; nobody else's call can be repeated", async () => {
    const [acme, globex] = [await createTenant(), await createTenant({ name: "Globex" })];
    const group = String((await callScim(acme, "POST", "/Groups", { displayName: "Engineering" })).body.id);
    const gone = await callScim(acme, "POST", "/Users", person("ada"));
    await callScim(acme, "DELETE", `/Users/${String(gone.body.id)}`);
    const bob = await callScim(acme, "POST", "/Users", person("bob"));
    const both = [gone, bob].map(({ body }) => ({ value: String(body.id) }));
    await callScim(acme, "PATCH", `/Groups/${group}`, { Operations: [{ op: "add", path: "members", value: both }] });
    const partly = await latest(acme);
    expect(presentScimRequest(partly)).toMatchObject({ outcome: "partly", cause: "member_unknown", subject: "Engineering", people: { added_count: 2 } });
    expect(await replayScimRequest(acme.organizationScope, partly.id, { apply: false })).toMatchObject({ status: 204, left_out: 1, effects: [] });
    await expect(replayScimRequest(globex.organizationScope, partly.id, { apply: false })).rejects.toMatchObject({ kind: "not_found" });
    // One that is refused as a whole names its group too, and is found by it.
    await callScim(acme, "PATCH", `/Groups/${group}`, { Operations: [{ op: "add", path: "members", value: both.slice(0, 1) }] });
    expect(presentScimRequest(await latest(acme))).toMatchObject({ outcome: "refused", cause: "member_unknown", subject: "Engineering", resource_id: group });
  });

  test("not over what came after, not with another version, not while paused", async () => {
    const acme = await createTenant();
    const id = String((await callScim(acme, "POST", "/Users", person("ada"))).body.id);
    await callScim(acme, "POST", "/Users", person("bob"));
    expect((await callScim(acme, "PUT", `/Users/${id}`, { ...person("bob"), title: "Countess" })).status).toBe(409);
    const failed = await latest(acme);
    const trial = await replayScimRequest(acme.organizationScope, failed.id, { apply: false });
    await expect(replayScimRequest(acme.organizationScope, failed.id, { apply: true, version: "other" })).rejects.toMatchObject({ kind: "stale" });
    await pool().query("update connection set status = 'paused' where id = $1", [acme.connectionId]);
    await expect(replayScimRequest(acme.organizationScope, failed.id, { apply: true, version: trial.version })).rejects.toMatchObject({ details: { reason: "connection_paused" } });
    await pool().query("update connection set status = 'active' where id = $1", [acme.connectionId]);
    await callScim(acme, "PUT", `/Users/${id}`, { ...person("ada"), title: "Programmer" });
    await expect(replayScimRequest(acme.organizationScope, failed.id, { apply: true, version: trial.version })).rejects.toMatchObject({ details: { reason: "changed_since" } });
  });

  const refusals: [string, string, (tenant: Tenant) => Promise<unknown>][] = [
    ["a call that worked", "done", (tenant) => callScim(tenant, "POST", "/Users", person("ada"))],
    ["one that only read", "read_only", (tenant) => callScim(tenant, "GET", "/Users/nobody")],
    ["one without a right token, whoever sent it", "not_let_in", (tenant) => callScim(tenant, "DELETE", "/Users/5b1dd6e2-0d19-4d0a-a7a5-0f4b2f3c5d10", undefined, { authorization: "Bearer wrong" })],
    ["one that was too long to be kept", "body_cut", (tenant) => callScim(tenant, "PUT", "/Users/nobody", { userName: "x", displayName: "x".repeat(20_000) })],
    ["one that carried a secret", "body_redacted", (tenant) => callScim(tenant, "PUT", "/Users/nobody", { userName: "x", apiToken: "s3cr3t" })],
  ];

  test.each(refusals)("never %s", async (_, reason, call) => {
    const acme = await createTenant();
    await call(acme);
    const request = await latest(acme);
    await expect(replayScimRequest(acme.organizationScope, request.id, { apply: false })).rejects.toMatchObject({ kind: "conflict", details: { reason } });
  });

  test("In privacy mode no body, no searched name and no quoted value is kept, and nothing can be repeated", async () => {
    const acme = await createTenant();
    await pool().query("update organization set call_bodies_kept = false where id = $1", [acme.organizationId]);
    await callScim(acme, "POST", "/Users", person("ada"));
    await callScim(acme, "POST", "/Users", person("ada"));
    const failed = await latest(acme);
    await expect(replayScimRequest(acme.organizationScope, failed.id, { apply: false })).rejects.toMatchObject({ details: { reason: "body_private" } });
    await callScim(acme, "GET", "/Users?filter=userName%20eq%20%22ada@acme.example%22");
    await flushRequestLog();
    const { rows } = await pool().query("select q::text as row from scim_request q where organization_id = $1", [acme.organizationId]);
    expect(rows.map(({ row }) => String(row)).join("\n")).not.toMatch(/ada@acme|Lovelace|not to be kept/);
  });
});

test("A secret by its name never reaches the log", async () => {
  const acme = await createTenant();
  await callScim(acme, "POST", "/Users", { ...person("ada"), clientSecret: "s3cr3t-value", nested: { api_key: "s3cr3t-value" } });
  const scope: OrganizationScope = acme.organizationScope;
  await flushRequestLog();
  const [request] = (await findScimRequests(scope, { limit: 1 })).requests;
  expect(JSON.stringify(request)).not.toContain("s3cr3t-value");
  expect(JSON.stringify(request)).not.toContain("not to be kept");
});
