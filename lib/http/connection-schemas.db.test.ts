import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import * as oneSchema from "@/app/v1/b2b/scim/[organization]/connection/[connection]/schemas/[schema]/route";
import * as allSchemas from "@/app/v1/b2b/scim/[organization]/connection/[connection]/schemas/route";
import { pool } from "@/lib/db/client";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { addAdmin } from "@/tests/support/portal-people";
import { callScim } from "@/tests/support/scim-client";
import type { RouteHandler } from "./answer-api-call";

const urn = "urn:ietf:params:scim:schemas:extension:acme:2.0:User";
const groupUrn = "urn:ietf:params:scim:schemas:extension:acme:2.0:Group";
const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const attributes = [
  { name: "badgeNumber", type: "integer" },
  { name: "costCode", case_exact: true },
  { name: "remote", type: "boolean" },
  { name: "startDate", type: "dateTime" },
  { name: "skills", multi_valued: true },
  { name: "secretNote", returned: "request" },
];

let acme: Tenant;
let globex: Tenant;
let cookies: Map<Tenant, string>;

async function send(by: Tenant, at: Tenant, handler: RouteHandler, method: string, body?: unknown, schema = "") {
  const headers = { "content-type": "application/json", cookie: `next-auth.session-token=${cookies.get(by) ?? ""}`, "sec-fetch-site": "same-origin" };
  const request = new NextRequest("http://localhost:3000/v1/b2b/scim", { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const response = await handler(request, { params: Promise.resolve({ organization: by.slug, connection: `scim-connection-${at.connectionId}`, schema }) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> & { schema?: { schema_id: string } } };
}

const create = (tenant: Tenant, body: object) => send(tenant, tenant, allSchemas.POST, "POST", body);

beforeAll(async () => {
  [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
  cookies = new Map([
    [acme, (await addAdmin(acme)).cookie],
    [globex, (await addAdmin(globex)).cookie],
  ]);
});

describe("RFC 7643 section 3.3: a connection's own schemas", () => {
  let person = "";
  let schemaId = "";

  test("What nobody defined is kept, and cannot be searched", async () => {
    const created = await callScim(acme, "POST", "/Users", { schemas: [core, urn], userName: "early@acme.test", [urn]: { badgeNumber: "not a number", costCode: 7 } });
    expect([created.status, created.body.detail]).toEqual([201, undefined]);
    expect(created.body[urn]).toBeUndefined();
    expect((await callScim(acme, "GET", `/Users/${String(created.body.id)}?attributes=${urn}`)).body[urn]).toEqual({ badgeNumber: "not a number", costCode: 7 });
    expect(created.body.schemas).toEqual([core]);
  });

  test("An admin defines one; discovery shows it from the next request on", async () => {
    const made = await create(acme, { urn, name: "Acme", attributes });
    expect(made.status).toBe(200);
    schemaId = made.body.schema?.schema_id ?? "";
    expect(made.body.schema).toMatchObject({ urn, resource_type: "User", attributes: [{ name: "badgeNumber", type: "integer", multi_valued: false }, {}, {}, {}, {}, {}] });
    const document = await callScim(acme, "GET", `/Schemas/${urn.toUpperCase()}`);
    expect(document.body).toMatchObject({ id: urn, name: "Acme", attributes: [{ name: "badgeNumber", type: "integer", caseExact: false }, {}, {}, {}, { multiValued: true }, {}] });
    expect(JSON.stringify((await callScim(acme, "GET", "/Schemas")).body)).toContain(urn);
    expect((await callScim(acme, "GET", "/ResourceTypes/User")).body.schemaExtensions).toContainEqual({ schema: urn, required: false });
    expect(JSON.stringify((await callScim(acme, "GET", "/ResourceTypes/Group")).body)).not.toContain(urn);
  });

  test("POST spells and types its attributes, and refuses what does not fit", async () => {
    const values = { BADGENUMBER: 42, costCode: "Ab", remote: "True", startDate: "2026-01-02T03:04:05Z", skills: ["go", "sql"], secretNote: "x" };
    const created = await callScim(acme, "POST", "/Users", { userName: "ada@acme.test", [urn.toLowerCase()]: values });
    expect([created.status, created.body.detail]).toEqual([201, undefined]);
    person = String(created.body.id);
    expect(created.body.schemas).toEqual([core, urn]);
    expect(created.body[urn]).toEqual({ badgeNumber: 42, costCode: "Ab", remote: true, startDate: "2026-01-02T03:04:05Z", skills: ["go", "sql"] });
    const asked = await callScim(acme, "GET", `/Users/${person}?attributes=${urn}:secretNote`);
    expect(asked.body[urn]).toEqual({ secretNote: "x" });
    const refused = await callScim(acme, "POST", "/Users", { userName: "bad@acme.test", [urn]: { badgeNumber: "many" } });
    expect([refused.status, refused.body.scimType]).toEqual([400, "invalidValue"]);
  });

  test.each([
    [`${urn}:badgeNumber gt 41`, 1],
    [`${urn}:badgeNumber gt 42`, 0],
    [`${urn.toUpperCase()}:badgenumber eq 42`, 1],
    [`${urn}:costCode eq "Ab"`, 1],
    [`${urn}:costCode eq "ab"`, 0],
    [`${urn}:remote eq true`, 1],
    [`${urn}:startDate lt "2026-06-01T00:00:00Z"`, 1],
    [`${urn}:skills eq "SQL"`, 1],
    [`${urn}:skills pr and userName sw "ada"`, 1],
    [`${urn}:skills co "rust"`, 0],
  ])("A filter finds by it: %s", async (filter, found) => {
    const reply = await callScim(acme, "GET", `/Users?filter=${encodeURIComponent(filter)}`);
    expect([reply.status, reply.body.totalResults]).toEqual([200, found]);
  });

  test("Sorting and .search know it", async () => {
    const reply = await callScim(acme, "POST", "/Users/.search", { sortBy: `${urn}:badgeNumber`, filter: `${urn}:badgeNumber pr`, attributes: [`${urn}:badgeNumber`] });
    expect(reply.status).toBe(200);
    const root = await callScim(acme, "POST", "/.search", { filter: `${urn}:costCode eq "Ab"` });
    expect([root.status, root.body.totalResults]).toEqual([200, 1]);
  });

  test("PATCH and PUT change it", async () => {
    const patch = { Operations: [{ op: "replace", path: `${urn}:badgeNumber`, value: 43 }, { op: "add", path: `${urn}:skills`, value: ["c"] }, { op: "remove", path: `${urn}:remote` }] };
    const patched = await callScim(acme, "PATCH", `/Users/${person}`, patch);
    expect(patched.body[urn]).toEqual({ badgeNumber: 43, costCode: "Ab", startDate: "2026-01-02T03:04:05Z", skills: ["go", "sql", "c"] });
    const wrong = await callScim(acme, "PATCH", `/Users/${person}`, { Operations: [{ op: "replace", path: `${urn}:badgeNumber`, value: "x" }] });
    expect([wrong.status, wrong.body.scimType]).toEqual([400, "invalidValue"]);
    const put = await callScim(acme, "PUT", `/Users/${person}`, { userName: "ada@acme.test", [urn]: { badgeNumber: 44, unheardOf: "kept" } });
    expect(put.body[urn]).toEqual({ badgeNumber: 44 });
    expect((await callScim(acme, "GET", `/Users/${person}?attributes=${urn}`)).body[urn]).toMatchObject({ badgeNumber: 44, unheardOf: "kept" });
  });

  test("Bulk knows it", async () => {
    const operation = { method: "PATCH", path: `/Users/${person}`, data: { Operations: [{ op: "replace", path: `${urn}:badgeNumber`, value: 45 }] } };
    const bulk = await callScim(acme, "POST", "/Bulk", { schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], Operations: [operation] });
    expect(bulk.status).toBe(200);
    expect((await callScim(acme, "GET", `/Users/${person}`)).body[urn]).toMatchObject({ badgeNumber: 45 });
  });

  test("What was stored before with other types harms nobody", async () => {
    const found = await callScim(acme, "GET", `/Users?filter=${encodeURIComponent('userName eq "early@acme.test"')}`);
    const early = String((found.body.Resources as { id: string }[])[0]?.id);
    const renamed = await callScim(acme, "PATCH", `/Users/${early}`, { Operations: [{ op: "replace", path: "title", value: "T" }] });
    expect([renamed.status, renamed.body[urn]]).toEqual([200, { badgeNumber: "not a number", costCode: 7 }]);
  });

  test("Groups have their own", async () => {
    expect((await create(acme, { urn: groupUrn, name: "Acme groups", resource_type: "Group", attributes: [{ name: "level", type: "integer" }] })).status).toBe(200);
    const group = await callScim(acme, "POST", "/Groups", { displayName: "Staff", [groupUrn]: { Level: 3 } });
    expect(group.body[groupUrn]).toEqual({ level: 3 });
    const filter = encodeURIComponent(`${groupUrn}:level ge 3`);
    expect((await callScim(acme, "GET", `/Groups?filter=${filter}`)).body.totalResults).toBe(1);
    const patched = await callScim(acme, "PATCH", `/Groups/${String(group.body.id)}?attributes=${groupUrn}`, { Operations: [{ op: "replace", value: { [groupUrn]: { level: 4 } } }] });
    expect(patched.body[groupUrn]).toEqual({ level: 4 });
  });

  test("Another tenant sees and changes nothing of it", async () => {
    expect((await callScim(globex, "GET", `/Schemas/${urn}`)).status).toBe(404);
    const kept = await callScim(globex, "POST", "/Users", { userName: "bob@globex.test", [urn]: { badgeNumber: "many" } });
    expect([kept.status, kept.body[urn]]).toEqual([201, undefined]);
    expect((await callScim(globex, "GET", `/Users/${String(kept.body.id)}?attributes=${urn}`)).body[urn]).toEqual({ badgeNumber: "many" });
    const calls = [
      await send(globex, acme, allSchemas.GET, "GET"),
      await send(globex, acme, allSchemas.POST, "POST", { urn, name: "X", attributes }),
      await send(globex, acme, oneSchema.PUT, "PUT", { name: "X", attributes }, schemaId),
      await send(globex, acme, oneSchema.DELETE, "DELETE", undefined, schemaId),
    ];
    expect(calls.map((each) => [each.status, each.body.error_type])).toEqual(calls.map(() => [404, "scim_connection_not_found"]));
    expect((await send(globex, globex, oneSchema.DELETE, "DELETE", undefined, schemaId)).body.error_type).toBe("scim_schema_not_found");
    expect((await send(globex, globex, oneSchema.PUT, "PUT", { name: "X", attributes }, "nonsense")).status).toBe(404);
  });

  test.each([
    [{ urn: urn.toUpperCase().replace("URN:", "urn:"), name: "Again", attributes }, 409, "scim_schema_exists"],
    [{ urn: "acme", name: "X", attributes }, 400, "invalid_request"],
    [{ urn: `${urn}:2`, name: "X", attributes: [] }, 400, "invalid_request"],
    [{ urn: core, name: "X", attributes }, 400, "invalid_schema"],
    [{ urn: `${urn}:2`, name: "X", attributes: [{ name: "a" }, { name: "A" }] }, 400, "invalid_schema"],
    [{ urn: `${urn}:2`, name: "X", attributes: [{ name: "a", type: "complex" }] }, 400, "invalid_schema"],
  ])("A schema that cannot be is refused: %j", async (body, status, type) => {
    const refused = await create(acme, body);
    expect([refused.status, refused.body.error_type]).toEqual([status, type]);
  });

  test("A change counts at once; a deleted schema leaves its values", async () => {
    const updated = await send(acme, acme, oneSchema.PUT, "PUT", { name: "Acme 2", attributes: [{ name: "badgeNumber" }] }, schemaId);
    expect([updated.status, updated.body.schema]).toMatchObject([200, { urn, name: "Acme 2", attributes: [{ name: "badgeNumber", type: "string" }] }]);
    const text = await callScim(acme, "PATCH", `/Users/${person}`, { Operations: [{ op: "replace", path: `${urn}:badgeNumber`, value: "A-1" }] });
    expect(text.body[urn]).toMatchObject({ badgeNumber: "A-1" });
    expect((await send(acme, acme, oneSchema.DELETE, "DELETE", undefined, schemaId)).status).toBe(200);
    expect((await callScim(acme, "GET", `/Schemas/${urn}`)).status).toBe(404);
    expect((await callScim(acme, "GET", `/Users/${person}?attributes=${urn}`)).body[urn]).toMatchObject({ badgeNumber: "A-1" });
    const left = await send(acme, acme, allSchemas.GET, "GET");
    expect(left.body.schemas).toMatchObject([{ urn: groupUrn }]);
  });

  test("Every change is in the audit", async () => {
    const { rows } = await pool().query<{ action: string }>("select action from audit_entry where organization_id = $1 and action like 'connection.schema%' order by id", [acme.organizationId]);
    expect(rows.map((row) => row.action)).toEqual(["connection.schema_create", "connection.schema_create", "connection.schema_update", "connection.schema_delete"]);
  });
});
