import { afterAll, describe, expect, test } from "vitest";
import { flushRequestLog } from "@/lib/activity/record-request";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim, type ScimReply } from "@/tests/support/scim-client";
import { findInconsistencies } from "./find-inconsistencies";

afterAll(() => flushRequestLog());

const times = <Value>(count: number, make: (n: number) => Value): Value[] => Array.from({ length: count }, (_, n) => make(n));
const statuses = (replies: ScimReply[]): number[] => replies.map((reply) => reply.status).sort((a, b) => a - b);
const create = async (tenant: Tenant, userName: string): Promise<string> => String((await callScim(tenant, "POST", "/Users", { userName })).body.id);
const patch = (tenant: Tenant, path: string, ...Operations: unknown[]): Promise<ScimReply> =>
  callScim(tenant, "PATCH", path, { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations });

describe("At the same time", () => {
  test("20 creates of one userName in every case make one person", async () => {
    const tenant = await createTenant();
    const replies = await Promise.all(times(20, (n) => callScim(tenant, "POST", "/Users", { userName: n % 2 ? "Ada@Example.com" : "ada@example.COM", externalId: `e${n}` })));
    expect(statuses(replies)).toEqual([201, ...times(19, () => 409)]);
    expect((await callScim(tenant, "GET", "/Users")).body.totalResults).toBe(1);
  });

  test("20 creates of one group make one group", async () => {
    const tenant = await createTenant();
    const replies = await Promise.all(times(20, () => callScim(tenant, "POST", "/Groups", { displayName: "Sales" })));
    expect(statuses(replies)).toEqual([201, ...times(19, () => 409)]);
  });

  test("20 returns of one person revive one person", async () => {
    const tenant = await createTenant();
    const body = { userName: "back@example.com", externalId: "back" };
    const { id } = (await callScim(tenant, "POST", "/Users", body)).body;
    await patch(tenant, `/Users/${String(id)}`, { op: "replace", path: "active", value: false });
    const replies = await Promise.all(times(20, () => callScim(tenant, "POST", "/Users", body)));
    expect(statuses(replies)[0]).toBe(201);
    expect((await callScim(tenant, "GET", "/Users")).body).toMatchObject({ totalResults: 1, Resources: [{ id, active: true }] });
  });

  test("50 mixed changes of one person lose nothing", async () => {
    const tenant = await createTenant();
    const id = await create(tenant, "busy@example.com");
    const fields = ["title", "nickName", "displayName", "userType", "locale", "timezone", "preferredLanguage"];
    const changes = [
      ...times(30, (n) => patch(tenant, `/Users/${id}`, { op: "add", path: "emails", value: [{ value: `m${n}@example.com`, type: "other" }] })),
      ...fields.map((field) => patch(tenant, `/Users/${id}`, { op: "replace", path: field, value: field })),
      ...times(7, (n) => patch(tenant, `/Users/${id}`, { op: "replace", value: { [`urn:example:ext${n}:2.0:User`]: { n } } })),
      ...times(6, (n) => patch(tenant, `/Users/${id}`, { op: "add", path: `phoneNumbers[type eq "${["work", "home", "mobile", "fax", "pager", "other"][n] ?? ""}"].value`, value: String(n) })),
    ];
    expect(new Set(statuses(await Promise.all(changes)))).toEqual(new Set([200]));
    const { body, headers } = await callScim(tenant, "GET", `/Users/${id}`);
    expect(body.emails).toHaveLength(30);
    expect(body.phoneNumbers).toHaveLength(6);
    expect(fields.map((field) => body[field])).toEqual(fields);
    const undeclared = times(7, (n) => `urn:example:ext${n}:2.0:User`);
    const asked = (await callScim(tenant, "GET", `/Users/${id}?attributes=${undeclared.join(",")}`)).body;
    expect(undeclared.map((urn) => asked[urn])).toEqual(times(7, (n) => ({ n })));
    expect(headers.ETag).toBe('W/"51"');
  });

  test("50 mixed changes of one group lose nothing", async () => {
    const tenant = await createTenant();
    const people = await Promise.all(times(50, (n) => create(tenant, `p${n}@example.com`)));
    const [leave, join] = [people.slice(0, 20), people.slice(20)];
    const group = String((await callScim(tenant, "POST", "/Groups", { displayName: "Busy", members: leave.map((value) => ({ value })) })).body.id);
    const replies = await Promise.all([
      ...join.map((value) => patch(tenant, `/Groups/${group}`, { op: "add", path: "members", value: [{ value }] })),
      ...leave.slice(0, 10).map((value) => patch(tenant, `/Groups/${group}`, { op: "remove", path: `members[value eq "${value}"]` })),
      ...leave.slice(10, 19).map((value) => patch(tenant, `/Groups/${group}`, { op: "Remove", path: "members", value: [{ value }] })),
      patch(tenant, `/Groups/${group}`, { op: "replace", value: { displayName: "Still busy", externalId: "x" } }),
    ]);
    expect(new Set(statuses(replies))).toEqual(new Set([204]));
    const { body } = await callScim(tenant, "GET", `/Groups/${group}`);
    expect(body).toMatchObject({ displayName: "Still busy", externalId: "x" });
    expect((body.members as { value: string }[]).map(({ value }) => value).sort()).toEqual([...join, ...leave.slice(19)].sort());
  });

  test("Of 20 changes that name one version, one wins", async () => {
    const tenant = await createTenant();
    const id = await create(tenant, "version@example.com");
    const replies = await Promise.all(times(20, (n) => callScim(tenant, "PATCH", `/Users/${id}`, { Operations: [{ op: "replace", path: "title", value: `t${n}` }] }, { "if-match": 'W/"1"' })));
    expect(statuses(replies)).toEqual([200, ...times(19, () => 412)]);
  });

  test("Deleting and changing one person end in one of the two", async () => {
    const tenant = await createTenant();
    const group = String((await callScim(tenant, "POST", "/Groups", { displayName: "Exit" })).body.id);
    for (const n of times(10, (each) => each)) {
      const id = await create(tenant, `gone${n}@example.com`);
      const replies = await Promise.all([
        callScim(tenant, "DELETE", `/Users/${id}`),
        patch(tenant, `/Users/${id}`, { op: "replace", path: "title", value: "x" }),
        patch(tenant, `/Groups/${group}`, { op: "add", path: "members", value: [{ value: id }] }),
        callScim(tenant, "DELETE", `/Users/${id}`),
      ]);
      const allowed = [[204, 404], [200, 404], [204, 400], [204, 404]];
      expect(replies.every(({ status }, at) => allowed[at]?.includes(status)), JSON.stringify(replies.map(({ status }) => status))).toBe(true);
      // Who is gone already is an unknown member, and the only one of that call.
      if (replies[2]?.status === 400) expect(replies[2].body.scimType).toBe("invalidValue");
      expect((await callScim(tenant, "GET", `/Users/${id}`)).status).toBe(404);
    }
    expect((await callScim(tenant, "GET", `/Groups/${group}`)).body.members).toEqual([]);
  });

  test("Two groups put into each other make no circle", async () => {
    const tenant = await createTenant();
    const group = async (displayName: string): Promise<string> => String((await callScim(tenant, "POST", "/Groups", { displayName })).body.id);
    for (const n of times(5, (each) => each)) {
      const [one, two] = await Promise.all([group(`One ${n}`), group(`Two ${n}`)]);
      const replies = await Promise.all([
        patch(tenant, `/Groups/${one}`, { op: "add", path: "members", value: [{ value: two }] }),
        patch(tenant, `/Groups/${two}`, { op: "add", path: "members", value: [{ value: one }] }),
      ]);
      expect(statuses(replies)).toEqual([204, 400]);
    }
  });

  test("Two tenants, 20 requests at a time, never see each other", async () => {
    const tenants = [await createTenant({ name: "Acme" }), await createTenant({ name: "Other" })];
    const own = new Map<Tenant, Set<string>>(tenants.map((tenant) => [tenant, new Set()]));
    for (const round of times(10, (each) => each)) {
      const replies = await Promise.all(times(20, async (n) => {
        const tenant = tenants[n % 2] as Tenant;
        const reply = n % 4 < 2 ? await callScim(tenant, "POST", "/Users", { userName: `u${round}-${n >> 1}@example.com`, externalId: `${round}-${n >> 1}` }) : await callScim(tenant, "GET", "/?count=1000");
        return { tenant, reply };
      }));
      for (const { tenant, reply } of replies) if (reply.status === 201) own.get(tenant)?.add(String(reply.body.id));
      for (const { tenant, reply } of replies) {
        expect([200, 201]).toContain(reply.status);
        expect(JSON.stringify(reply.body)).not.toContain(tenants.find((each) => each !== tenant)?.connectionId);
        const seen = (reply.body.Resources ?? []) as { id: string }[];
        expect(seen.every(({ id }) => own.get(tenant)?.has(id))).toBe(true);
      }
    }
    for (const tenant of tenants) expect((await callScim(tenant, "GET", "/Users")).body.totalResults).toBe(50);
  });

  test("and the data is whole after all of it", async () => {
    expect(await findInconsistencies()).toEqual([]);
  });
});
