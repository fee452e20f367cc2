import { beforeAll, describe, expect, test } from "vitest";
import { findQuirkCounts } from "@/lib/activity/find-quirk-counts";
import { flushRequestLog } from "@/lib/activity/record-request";
import { pool } from "@/lib/db/client";
import type { JsonObject, JsonValue } from "@/lib/scim/resource/resource";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

let acme: Tenant;
let other: Tenant;

beforeAll(async () => {
  [acme, other] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Other" })];
});

const create = async (tenant: Tenant, body: JsonObject): Promise<string> => {
  const reply = await callScim(tenant, "POST", "/Users", body);
  expect(reply.status).toBe(201);
  return String(reply.body.id);
};
const patch = (tenant: Tenant, id: string, ...Operations: JsonValue[]) =>
  callScim(tenant, "PATCH", `/Users/${id}`, { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations });
type MemberRow = { id: string; status: string; email: string; name: string };
const memberOf = async (id: string): Promise<MemberRow | undefined> =>
  (await pool().query<MemberRow>("select m.id, m.status, m.email, m.name from member m join registration r on r.member_id = m.id where r.id = $1", [id])).rows[0];
const eventsOf = async (memberId: string | undefined): Promise<string[]> =>
  (await pool().query<{ type: string }>("select type from event where object_id = $1 order by position", [memberId])).rows.map((row) => row.type);

describe("A person's life", () => {
  test("is told once for each effective change and never for none", async () => {
    const id = await create(acme, { userName: "life@example.com", displayName: "Life", emails: [{ value: "work@example.com", type: "work", primary: true }] });
    const member = await memberOf(id);
    expect(member).toMatchObject({ status: "active", email: "work@example.com", name: "Life" });
    await patch(acme, id, { op: "Replace", path: "active", value: "False" });
    await patch(acme, id, { op: "replace", value: { active: false } });
    expect((await memberOf(id))?.status).toBe("deactivated");
    await patch(acme, id, { op: "replace", value: { active: true } });
    expect((await memberOf(id))?.status).toBe("active");
    await patch(acme, id, { op: "replace", path: "displayName", value: "Other life" });
    await patch(acme, id, { op: "replace", path: "displayName", value: "Other life" });
    expect((await memberOf(id))?.name).toBe("Other life");
    const { body } = await callScim(acme, "GET", `/Users/${id}`);
    expect((body.meta as JsonObject).version).toBe('W/"4"');
    expect((await callScim(acme, "DELETE", `/Users/${id}`)).status).toBe(204);
    expect((await callScim(acme, "DELETE", `/Users/${id}`)).status).toBe(404);
    expect(await eventsOf(member?.id)).toEqual(["scim.member.create", "scim.member.delete", "scim.member.update", "scim.member.update", "scim.member.delete"]);
    const { rows } = await pool().query("select status, deleted_at is not null as deleted from member where id = $1", [member?.id]);
    expect(rows).toEqual([{ status: "deleted", deleted: true }]);
  });

  test("keeps e-mail and name when Entra renames the deleted account", async () => {
    const id = await create(acme, { userName: "tomb@example.com", displayName: "Tomb" });
    await patch(acme, id, { op: "replace", value: { active: false, userName: `${"0a1b".repeat(8)}tomb@example.com` } });
    expect(await memberOf(id)).toMatchObject({ status: "deactivated", email: "tomb@example.com", name: "Tomb" });
  });

  test("events carry the member as the change left it", async () => {
    const id = await create(acme, { userName: "payload@example.com", name: { givenName: "Pay", familyName: "Load" } });
    const member = await memberOf(id);
    const { rows } = await pool().query<{ payload: JsonObject }>("select payload from event where object_id = $1", [member?.id]);
    expect(rows[0]?.payload).toMatchObject({
      action: "CREATE",
      object_type: "member",
      source: "SCIM",
      id: `member-${member?.id}`,
      organization_id: `organization-${acme.organizationId}`,
      connection_id: `scim-connection-${acme.connectionId}`,
      member: { email_address: "payload@example.com", status: "active", name: "Pay Load", scim_registration: { registration_id: id, scim_attributes: { user_name: "payload@example.com", name: { given_name: "Pay" } } } },
    });
  });
});

describe("Races", () => {
  test("Ten POSTs of one userName make one user", async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, (_, at) => callScim(acme, "POST", "/Users", { userName: at % 2 ? "Race@Example.com" : "race@example.com" })));
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    expect(replies.filter((reply) => reply.status === 409).every((reply) => reply.body.scimType === "uniqueness")).toBe(true);
  });

  test("Fifty parallel PATCHes of one user lose nothing", async () => {
    const id = await create(acme, { userName: "busy@example.com" });
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, at) => patch(acme, id, { op: "add", path: "emails", value: [{ value: `busy${at}@example.com`, type: `t${at}` }] })),
    );
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    const { body } = await callScim(acme, "GET", `/Users/${id}`);
    expect((body.emails as JsonObject[]).length).toBe(50);
    expect((body.meta as JsonObject).version).toBe('W/"51"');
  });
});

describe("A returning employee (tolerance 36)", () => {
  test("comes back under the same SCIM id with a fresh profile", async () => {
    const id = await create(acme, { userName: "back@example.com", externalId: "back-1", title: "Old" });
    await patch(acme, id, { op: "replace", value: { active: false } });
    const again = await callScim(acme, "POST", "/Users", { userName: "back.again@example.com", externalId: "back-1" });
    expect([again.status, again.body.id, again.body.title, again.body.active]).toEqual([201, id, undefined, true]);
    expect((await memberOf(id))?.status).toBe("active");
  });

  test("is not taken for somebody else", async () => {
    const id = await create(acme, { userName: "namesake@example.com", externalId: "namesake-1" });
    expect((await callScim(acme, "POST", "/Users", { userName: "namesake@example.com", externalId: "namesake-1" })).status).toBe(409);
    await patch(acme, id, { op: "replace", value: { active: false } });
    const conflict = await callScim(acme, "POST", "/Users", { userName: "NAMESAKE@example.com", externalId: "namesake-2" });
    expect([conflict.status, conflict.body.scimType]).toEqual([409, "uniqueness"]);
    expect(conflict.body.detail).toContain("namesake-1");
  });

  test("is not resurrected after a deletion, nor across tenants", async () => {
    const id = await create(acme, { userName: "gone@example.com", externalId: "gone-1" });
    await patch(acme, id, { op: "replace", value: { active: false } });
    expect(await create(other, { userName: "gone@example.com", externalId: "gone-1" })).not.toBe(id);
    await callScim(acme, "DELETE", `/Users/${id}`);
    expect(await create(acme, { userName: "gone@example.com", externalId: "gone-1" })).not.toBe(id);
  });
});

describe("Another tenant", () => {
  test("has the same 404 for an id that exists elsewhere as for one that exists nowhere", async () => {
    const id = await create(acme, { userName: "secret@example.com" });
    const nowhere = "00000000-0000-4000-8000-00000000dead";
    for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
      const body: JsonValue = method === "PUT" ? { userName: "x" } : { Operations: [{ op: "replace", path: "title", value: "x" }] };
      const [there, no] = [await callScim(other, method, `/Users/${id}`, body), await callScim(other, method, `/Users/${nowhere}`, body)];
      expect([method, there.status, String(there.body.detail).replace(id, nowhere)]).toEqual([method, 404, no.body.detail]);
    }
    expect((await callScim(other, "GET", `/Users?filter=id eq "${id}"`)).body.totalResults).toBe(0);
    expect((await callScim(acme, "GET", `/Users/${id}`)).status).toBe(200);
  });
});

describe("Versions (RFC 7644 section 3.14)", () => {
  test("If-Match guards writes, If-None-Match answers 304", async () => {
    const id = await create(acme, { userName: "etag@example.com" });
    const etag = (await callScim(acme, "GET", `/Users/${id}`)).headers.ETag;
    expect((await callScim(acme, "GET", `/Users/${id}`, undefined, { "if-none-match": etag })).status).toBe(304);
    expect((await callScim(acme, "PUT", `/Users/${id}`, { userName: "etag@example.com", title: "A" }, { "if-match": etag })).status).toBe(200);
    expect((await callScim(acme, "PUT", `/Users/${id}`, { userName: "etag@example.com", title: "B" }, { "if-match": etag })).status).toBe(412);
    expect((await callScim(acme, "DELETE", `/Users/${id}`, undefined, { "if-match": etag })).status).toBe(412);
  });
});

describe("Entra's tombstones", () => {
  const grave = "0a21f0f22d2a4f8ebf987363c4aed4ef";

  test("A soft-deleted person keeps e-mail and name, and each tombstone is counted", async () => {
    const tenant = await createTenant({ name: "Grave" });
    const id = await create(tenant, { userName: "buried@example.com", displayName: "Bury" });
    await patch(tenant, id, { op: "Replace", path: "active", value: "False" }, { op: "Replace", path: "userName", value: `${grave}buried@example.com` });
    expect(await memberOf(id)).toMatchObject({ status: "deactivated", email: "buried@example.com", name: "Bury" });
    await flushRequestLog();
    expect((await findQuirkCounts(tenant.organizationScope, tenant.connectionId)).find(({ code }) => code === "tombstone_user_name")).toMatchObject({ count: 1 });
    await patch(tenant, id, { op: "Replace", path: "active", value: "True" }, { op: "Replace", path: "userName", value: "risen@example.com" });
    expect(await memberOf(id)).toMatchObject({ status: "active", email: "risen@example.com", name: "Bury" });
  });

  test("One who arrives as a tombstone has the e-mail that the name holds", async () => {
    expect(await memberOf(await create(acme, { userName: `${grave}first@example.com`, active: false }))).toMatchObject({ email: "first@example.com" });
    expect(await memberOf(await create(acme, { userName: `${grave.slice(1)}x@example.com` }))).toMatchObject({ email: `${grave.slice(1)}x@example.com` });
  });
});

describe("User names are compared as people read them (RFC 7644 section 5)", () => {
  const forms = ["Jos\u00e9@example.com", "jose\u0301@EXAMPLE.com", "\uff2aos\u00e9@example.com"];

  test.each(forms)("%j is one person with its other forms, and comes back as sent", async (userName) => {
    const tenant = await createTenant({ name: "Forms" });
    const id = await create(tenant, { userName });
    for (const other of forms) {
      expect((await callScim(tenant, "POST", "/Users", { userName: other })).body).toMatchObject({ status: "409", scimType: "uniqueness" });
      for (const filter of [`userName eq ${JSON.stringify(other)}`, `userName sw ${JSON.stringify(other.slice(0, 5))}`])
        expect((await callScim(tenant, "GET", `/Users?filter=${encodeURIComponent(filter)}`)).body, filter).toMatchObject({ totalResults: 1, Resources: [{ id, userName }] });
    }
  });
});
