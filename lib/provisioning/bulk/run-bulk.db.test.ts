import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "@/lib/scim/resource/resource";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

let acme: Tenant;
let other: Tenant;

beforeAll(async () => {
  [acme, other] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Other" })];
});

const bulk = async (Operations: JsonValue[], more: JsonObject = {}): Promise<JsonObject[]> => {
  const reply = await callScim(acme, "POST", "/Bulk", { schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], Operations, ...more });
  expect([reply.status, reply.body.schemas]).toEqual([200, ["urn:ietf:params:scim:api:messages:2.0:BulkResponse"]]);
  return reply.body.Operations as JsonObject[];
};
const idOf = (result: JsonObject | undefined): string => String(result?.location).split("/").at(-1) ?? "";

describe("Bulk (RFC 7644 section 3.7)", () => {
  test("performs each kind of operation and says where and which version", async () => {
    const created = await bulk([{ method: "POST", path: "/Users", bulkId: "a", data: { userName: "bulk@example.com" } }]);
    expect(created).toEqual([{ method: "POST", bulkId: "a", status: "201", version: 'W/"1"', location: expect.stringContaining("/Users/") as string }]);
    const id = idOf(created[0]);
    const changed = await bulk([
      { method: "PATCH", path: `/Users/${id}`, version: 'W/"1"', data: { Operations: [{ op: "replace", path: "title", value: "A" }] } },
      { method: "PUT", path: `/Users/${id}`, version: 'W/"1"', data: { userName: "bulk@example.com" } },
      { method: "DELETE", path: `/Users/${id}` },
      { method: "DELETE", path: `/Users/${id}` },
    ]);
    expect(changed.map((each) => each.status)).toEqual(["200", "412", "204", "404"]);
    expect(changed[1]?.response).toMatchObject({ status: "412" });
  });

  test("resolves references forwards and in a circle", async () => {
    const results = await bulk([
      { method: "POST", path: "/Groups", bulkId: "g", data: { displayName: "Bulk group", members: [{ value: "bulkId:u" }, { value: "bulkId:h" }] } },
      { method: "POST", path: "/Users", bulkId: "u", data: { userName: "member@example.com", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { manager: { value: "bulkId:m" } } } },
      { method: "POST", path: "/Users", bulkId: "m", data: { userName: "manager@example.com", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { manager: { value: "bulkId:u" } } } },
      { method: "POST", path: "/Groups", bulkId: "h", data: { displayName: "Inner bulk group" } },
    ]);
    expect(results.map((each) => each.status)).toEqual(["201", "201", "201", "201"]);
    const [group, user, manager, inner] = results.map(idOf);
    const { body } = await callScim(acme, "GET", `/Groups/${String(group)}`);
    expect((body.members as JsonObject[]).map((each) => each.value).sort()).toEqual([user, inner].sort());
    const enterprise = async (id: string | undefined): Promise<unknown> =>
      ((await callScim(acme, "GET", `/Users/${String(id)}`)).body["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"] as JsonObject).manager;
    expect([await enterprise(user), await enterprise(manager)]).toMatchObject([{ value: manager }, { value: user }]);
  });

  test("stops after failOnErrors, and a failure leaves the others alone", async () => {
    const operations = ["one", "one", "two", "two", "three"].map((name, at) => ({ method: "POST", path: "/Users", bulkId: `f${at}`, data: { userName: `${name}@fail.example.com` } }));
    expect((await bulk(operations, { failOnErrors: 2 })).map((each) => each.status)).toEqual(["201", "409", "201", "409"]);
    expect((await bulk(operations)).map((each) => each.status)).toEqual(["409", "409", "409", "409", "201"]);
  });

  test("refuses too many operations and too large a body", async () => {
    const operations = Array.from({ length: 1001 }, (_, at) => ({ method: "DELETE", path: `/Users/${at}` }));
    expect((await callScim(acme, "POST", "/Bulk", { Operations: operations })).status).toBe(413);
    expect((await callScim(acme, "POST", "/Bulk", `{"x":"${"x".repeat(4 * 1024 * 1024)}"}`)).status).toBe(413);
    expect((await callScim(acme, "POST", "/Bulk", `{"Operations":[],"x":"${"x".repeat(2 * 1024 * 1024)}"}`)).status).toBe(200);
  });

  test("never reaches another tenant", async () => {
    const theirs = String((await callScim(other, "POST", "/Users", { userName: "theirs@example.com" })).body.id);
    const results = await bulk([
      { method: "DELETE", path: `/Users/${theirs}` },
      { method: "POST", path: "/Groups", bulkId: "x", data: { displayName: "Reach", members: [{ value: theirs }] } },
    ]);
    expect(results.map((each) => each.status)).toEqual(["404", "201"]);
    expect((await callScim(acme, "GET", `/Groups/${idOf(results[1])}`)).body.members ?? []).toEqual([]);
    expect((await callScim(other, "GET", `/Users/${theirs}`)).status).toBe(200);
  });
});
