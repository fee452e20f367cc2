import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/lib/db/transaction";
import { numberEvents } from "@/lib/events/number-events";
import { flushRequestLog } from "@/lib/activity/record-request";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { listEvents } from "./list-events";

const person = (name: string, externalId: string) => ({ userName: `${name}@acme.example`, externalId, displayName: name, emails: [{ value: `${name}@acme.example`, type: "work", primary: true }] });

describe("An operator finds events", () => {
  let acme: Tenant;
  let globex: Tenant;
  let ada: string;
  const find = async (query: string, more: object = {}) => (await listEvents(installationScope, { query, order: "desc", limit: 100, ...more })).events;
  const types = async (query: string, more: object = {}) => (await find(query, more)).map((event) => event.event_type);

  beforeAll(async () => {
    [acme, globex] = await Promise.all([createTenant({ name: "Acme" }), createTenant({ name: "Globex" })]);
    ada = String((await callScim(acme, "POST", "/Users", person("ada", "HR-4711"))).body.id);
    const bob = String((await callScim(acme, "POST", "/Users", person("bob", "HR-4712"))).body.id);
    await callScim(acme, "POST", "/Groups", { displayName: "Night Watch", members: [{ value: bob }] });
    await callScim(globex, "POST", "/Users", person("ada", "X-1"));
    await callScim(acme, "DELETE", `/Users/${ada}`);
    const passing = String((await callScim(acme, "POST", "/Groups", { displayName: "Passing Fad", externalId: "g-77" })).body.id);
    await callScim(acme, "DELETE", `/Groups/${passing}`);
    await flushRequestLog();
    await transaction((tx) => numberEvents(tx, 1000));
  });

  it("by a part of the type, newest first, page by page", async () => {
    expect(await types("member.create")).toEqual(["scim.member.create", "scim.member.create", "scim.member.create"]);
    const first = await listEvents(installationScope, { query: "member.create", order: "desc", limit: 2 });
    const second = await listEvents(installationScope, { query: "member.create", order: "desc", limit: 2, after: first.next_cursor ?? "" });
    expect([first.events.length, second.events.length]).toEqual([2, 1]);
    expect(new Set([...first.events, ...second.events].map((event) => event.event_id)).size).toBe(3);
  });

  it("by e-mail and external id of a person, also of one who was removed, in one organization or in all", async () => {
    expect(await types("HR-4712")).toEqual(["scim.idp_group.member_add", "scim.member.create"]);
    expect(await types("hr-4711")).toEqual(["scim.member.delete", "scim.member.create"]);
    expect(await types("ADA@acme")).toEqual(["scim.member.delete", "scim.member.create", "scim.member.create"]);
    expect(await types("ada@", { organization_id: `organization-${globex.organizationId}` })).toEqual(["scim.member.create"]);
  });

  it("by a group's name, with who joined it, and by ids", async () => {
    expect((await types("night w")).sort()).toEqual(["scim.idp_group.create", "scim.idp_group.member_add"]);
    for (const removed of ["passing f", "G-77"]) expect(await types(removed)).toEqual(["scim.idp_group.delete", "scim.idp_group.create"]);
    expect((await types("bob@")).sort()).toEqual(["scim.idp_group.member_add", "scim.member.create"]);
    const event = (await find("bob@")).at(-1);
    expect((await find(event?.event_id ?? "")).map((found) => found.event_id)).toEqual([event?.event_id]);
    expect((await types(String(event?.id))).sort()).toEqual(["scim.idp_group.member_add", "scim.member.create"]);
  });

  it("each by an index that gives their order, however many there are", async () => {
    const plans = await transaction(async (tx) => {
      await tx.query("SET LOCAL enable_seqscan = off");
      await tx.query("SET LOCAL enable_sort = off");
      const plan = async (where: string) => (await tx.query<{ "QUERY PLAN": string }>(`EXPLAIN SELECT id, number::float8 AS number FROM event WHERE ${where}`)).rows.map((row) => row["QUERY PLAN"]).join();
      return [
        await plan("event.number < 999 ORDER BY event.number DESC LIMIT 10"),
        await plan("type = 'scim.idp_group.delete' AND number IS NOT NULL AND event.number < 999 ORDER BY event.number DESC LIMIT 10"),
        await plan("type = 'scim.member.delete' AND lower(payload #>> '{member,scim_registration,external_id}') LIKE 'hr-%'"),
      ];
    });
    const expected = ["event_number_key", "event_type_number", "event_removed_external_id"];
    expect(plans.map((plan, nth) => plan.includes(String(expected[nth])))).toEqual([true, true, true]);
  });

  it("none for what nothing carries, and takes signs of patterns literally", async () => {
    expect(await find("nobody at all")).toEqual([]);
    expect(await find("%")).toEqual([]);
  });
});
