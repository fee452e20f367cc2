import { beforeAll, describe, expect, test } from "vitest";
import { findQuirkCounts } from "@/lib/activity/find-quirk-counts";
import { flushRequestLog } from "@/lib/activity/record-request";
import { pool } from "@/lib/db/client";
import { completeEnv } from "@/lib/env";
import { answerScimRequest } from "@/lib/http/scim-desk";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";

let acme: Tenant;
let other: Tenant;

beforeAll(async () => {
  [acme, other] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Other" })];
});

describe("Authentication", () => {
  test("Every wrong credential gets one identical 401", async () => {
    const deleted = await createTenant({ name: "Deleted" });
    await pool().query("update connection set status = 'deleted' where id = $1", [deleted.connectionId]);
    const revoked = await createTenant({ name: "Revoked" });
    await pool().query("update connection_token set revoked_at = now() where id = $1", [revoked.tokenId]);
    const replies = [
      await callScim(acme, "GET", "/Users", undefined, { authorization: "non-token" }),
      await callScim(acme, "GET", "/Users", undefined, { authorization: "Basic dXNlcjpwYXNz" }),
      await callScim(acme, "GET", "/Nowhere", undefined, { authorization: "Bearer \u0000" }),
      await callScim({ ...acme, token: other.token }, "GET", "/Users"),
      await callScim({ ...acme, connectionId: "00000000-0000-4000-8000-00000000dead" }, "GET", "/Users"),
      await callScim({ ...acme, connectionId: "not a uuid" }, "DELETE", "/Users/x"),
      await callScim(deleted, "GET", "/Users"),
      await callScim(revoked, "GET", "/Users"),
    ];
    const seen = replies.map(({ status, text, headers }) => ({ status, text, challenge: headers["WWW-Authenticate"], type: headers["Content-Type"] }));
    expect(new Set(seen.map((each) => JSON.stringify(each)))).toHaveLength(1);
    expect(seen[0]).toMatchObject({ status: 401, challenge: 'Bearer realm="scim", error="invalid_token"', type: "application/scim+json" });
    expect(replies[0]?.body).toMatchObject({ status: "401", schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"] });
  });

  test("Without a credential the challenge names no error (RFC 6750 section 3.1)", async () => {
    for (const authorization of [undefined, "Bearer", " "]) {
      const reply = await callScim(acme, "GET", "/Users", undefined, { authorization });
      expect([reply.status, reply.headers["WWW-Authenticate"]]).toEqual([401, 'Bearer realm="scim"']);
    }
  });

  test("The challenge names the schemes that the connection knows (RFC 7644 section 2)", async () => {
    const tenant = await createTenant({ name: "Basic" });
    const challenge = async (): Promise<string | undefined> => (await callScim(tenant, "GET", "/Users", undefined, { authorization: undefined })).headers["WWW-Authenticate"];
    await pool().query("update connection set sign_in_methods = '{bearer,basic}' where id = $1", [tenant.connectionId]);
    expect(await challenge()).toBe('Bearer realm="scim", Basic realm="scim", charset="UTF-8"');
    await pool().query("update connection set sign_in_methods = '{basic}' where id = $1", [tenant.connectionId]);
    expect(await challenge()).toBe('Basic realm="scim", charset="UTF-8"');
  });

  test("How to authenticate is told before one can (RFC 7643 section 5), and nothing else", async () => {
    const anonymous = { authorization: undefined };
    const open = await callScim(acme, "GET", "/ServiceProviderConfig", undefined, anonymous);
    const known = await callScim(acme, "GET", "/ServiceProviderConfig");
    expect([open.status, open.body]).toEqual([200, known.body]);
    expect((await callScim({ ...acme, connectionId: "00000000-0000-4000-8000-00000000dead" }, "GET", "/ServiceProviderConfig", undefined, anonymous)).body.authenticationSchemes).toEqual(known.body.authenticationSchemes);
    expect((await callScim(acme, "GET", "/ServiceProviderConfig?filter=patch pr", undefined, anonymous)).status).toBe(403);
    expect((await callScim(acme, "GET", "/ServiceProviderConfig", undefined, { authorization: "Bearer wrong" })).status).toBe(401);
    for (const path of ["/Schemas", "/ResourceTypes", "/Users", "/", "/Me"]) expect((await callScim(acme, "GET", path, undefined, anonymous)).status).toBe(401);
  });

  test("The token works in every form that IdPs send (tolerance 31)", async () => {
    for (const authorization of [`Bearer ${acme.token}`, acme.token, `bearer   ${acme.token} `, `Bearer Bearer ${acme.token}`, ` BEARER ${acme.token}`, `Token ${acme.token}`, `SSWS  ${acme.token}`]) {
      expect((await callScim(acme, "GET", "/Users?count=0", undefined, { authorization })).status).toBe(200);
    }
  });

  test("A paused connection says so, but only to who holds its token", async () => {
    const paused = await createTenant({ name: "Paused" });
    await pool().query("update connection set status = 'paused' where id = $1", [paused.connectionId]);
    expect((await callScim(paused, "POST", "/Users", { userName: "x" })).status).toBe(403);
    expect((await callScim(paused, "POST", "/Users", { userName: "x" }, { authorization: "Bearer x" })).status).toBe(401);
  });
});

describe("Errors (RFC 7644 section 3.12)", () => {
  test.each([
    ["GET", "/Nowhere", undefined, 404, undefined],
    ["GET", "/Users/1/2", undefined, 404, undefined],
    ["GET", "/Users/010101001010101011001010101011", undefined, 404, undefined],
    ["GET", "/constructor", undefined, 404, undefined],
    ["PUT", "/Users", { userName: "x" }, 405, undefined],
    ["POST", "/Users/1", { userName: "x" }, 405, undefined],
    ["POST", "/Users", "{", 400, "invalidSyntax"],
    ["POST", "/Users", "", 400, "invalidSyntax"],
    ["POST", "/Users", "[".repeat(200_000), 400, "invalidSyntax"],
    ["POST", "/Users", `{"userName":"${"x".repeat(1024 * 1024)}"}`, 413, undefined],
    ["POST", "/Users", { displayName: "no userName" }, 400, "invalidValue"],
    ["POST", "/Users", '{"userName":"nul\\u0000"}', 400, "invalidValue"],
    ["POST", "/Users", '{"userName":"x\\ud800"}', 400, "invalidValue"],
    ["GET", "/Users?filter=userName eq", undefined, 400, "invalidFilter"],
    ["GET", "/Users?filter=nonsense eq 1", undefined, 400, "invalidFilter"],
    ["GET", "/Users?filter=userName eq %22%00%22", undefined, 400, "invalidFilter"],
    ["GET", "/Me", undefined, 501, undefined],
    ["GET", "/Schemas?filter=id pr", undefined, 403, undefined],
    ["GET", "/Schemas/urn:nothing", undefined, 404, undefined],
  ])("%s %s is answered in SCIM's words", async (method, target, body, status, scimType) => {
    const reply = await callScim(acme, method, target, body);
    expect([reply.status, reply.body.scimType]).toEqual([status, scimType]);
    expect(reply.headers["Content-Type"]).toBe("application/scim+json");
    expect(reply.body).toMatchObject({ status: String(status), schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"] });
    expect(String(reply.body.detail).length).toBeGreaterThan(10);
    if (status === 405) expect(reply.headers.Allow).toBe(target === "/Users" ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, PUT, PATCH, DELETE, OPTIONS");
  });

  test("A body that is no UTF-8 is refused, not stored with question marks (RFC 7644 section 3.8)", async () => {
    const answer = await answerScimRequest({
      connectionId: acme.connectionId,
      method: "POST",
      path: "/Users",
      query: "",
      headers: { authorization: `Bearer ${acme.token}`, "content-type": "application/scim+json; charset=iso-8859-1" },
      body: () => Promise.resolve(Buffer.from('{"userName":"jos\u00e9"}', "latin1")),
      remoteAddress: null,
    });
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining("UTF-8")]);
  });

  test("A long userName is refused, not a failure", async () => {
    expect((await callScim(acme, "POST", "/Users", { userName: Array.from({ length: 4000 }, () => Math.random().toString(36)).join("") })).status).toBe(400);
  });
});

describe("Methods of HTTP (RFC 9110 sections 9.3.2 and 9.3.7)", () => {
  test("HEAD is GET without the body, on every endpoint and with every error", async () => {
    const { id } = (await callScim(acme, "POST", "/Users", { userName: "head@example.com" })).body;
    for (const path of ["/Users", `/Users/${String(id)}`, "/Users/x", "/Groups", "/Schemas", "/ServiceProviderConfig", "/Me", "/Nowhere", "/Users?filter=x"]) {
      const [get, head] = [await callScim(acme, "GET", path), await callScim(acme, "HEAD", path)];
      const { "X-Request-Id": _one, ...headers } = get.headers;
      const { "X-Request-Id": _two, ...headOnly } = head.headers;
      expect([head.status, head.text, headOnly]).toEqual([get.status, null, { ...headers, "Content-Length": String(Buffer.byteLength(get.text ?? "")) }]);
    }
    expect((await callScim(acme, "HEAD", "/Bulk")).status).toBe(405);
  });

  test("OPTIONS tells the methods, to who may know them", async () => {
    const reply = await callScim(acme, "OPTIONS", "/Groups/00000000-0000-4000-8000-00000000dead");
    expect([reply.status, reply.text, reply.headers.Allow]).toEqual([204, null, "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"]);
    expect((await callScim(acme, "OPTIONS", "/.search")).headers.Allow).toBe("POST, OPTIONS");
    expect((await callScim(acme, "OPTIONS", "/Nowhere")).status).toBe(404);
    expect((await callScim(acme, "OPTIONS", "/Users", undefined, { authorization: "Bearer x" })).status).toBe(401);
  });
});

describe("Tolerances of the request line", () => {
  test.each(["/Users?aadOptscim062020", "/Users?AADOPTSCIM062020=true&count=1", "/Users/?", "/Users?count=1&x=%ZZ&aadOptscim062020=", "//Users", "/v2/Users", "/v2/", "/v2/ServiceProviderConfig"])("GET %s answers", async (target) => {
    expect((await callScim(acme, "GET", target)).status).toBe(200);
  });

  test("A version before the endpoint and .scim behind a resource are as good as none (RFC 7644 sections 3.8 and 3.13)", async () => {
    const { id, meta } = (await callScim(acme, "POST", "/v2/Users", { userName: "v2@example.com" })).body as { id: string; meta: { location: string } };
    expect(meta.location.endsWith(`${acme.connectionId}/Users/${id}`)).toBe(true);
    expect((await callScim(acme, "GET", `/v2/Users/${id}.scim`)).body).toMatchObject({ id, userName: "v2@example.com" });
    expect((await callScim(acme, "GET", "/v1/Users")).status).toBe(404);
  });

  test("The flag pasted into another IdP's base URL is named in the error", async () => {
    expect((await callScim(acme, "GET", "/?aadOptscim062020/Users?filter=userName eq 1")).body.detail).toContain("aadOptscim062020");
  });
});

describe("The rate limit", () => {
  test("answers 429 with whole seconds (tolerance 41), for this connection only", async () => {
    process.env.ROLLCALL_SCIM_REQUESTS_PER_MINUTE = "3";
    completeEnv({});
    const tenant = await createTenant({ name: "Wild" });
    const replies = await Promise.all(Array.from({ length: 6 }, () => callScim(tenant, "GET", "/Users?count=0")));
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 200, 200, 429, 429, 429]);
    expect(replies.find((reply) => reply.status === 429)?.headers["Retry-After"]).toMatch(/^[1-9]\d*$/);
    delete process.env.ROLLCALL_SCIM_REQUESTS_PER_MINUTE;
    completeEnv({});
    expect((await callScim(acme, "GET", "/Users?count=0")).status).toBe(200);
  });
});

describe("The request log", () => {
  test("keeps every call, also refused ones, without secrets, and tells milestones", async () => {
    const tenant = await createTenant({ name: "Log" });
    await callScim(tenant, "GET", "/Users?startIndex=1&count=2");
    const created = await callScim(tenant, "POST", "/Users", { userName: "log@example.com", password: "hunter2" });
    await callScim(tenant, "PATCH", `/Users/${String(created.body.id)}`, { Operations: [{ op: "replace", path: "password", value: "hunter3" }] });
    await callScim(tenant, "GET", "/Users?token=hunter4", undefined, { authorization: "Bearer hunter5" });
    await callScim(tenant, "POST", "/Users", '{"password":"hunter6"');
    await callScim({ ...tenant, connectionId: "00000000-0000-4000-8000-00000000dead" }, "GET", "/Users");
    await flushRequestLog();
    const { rows } = await pool().query("select * from scim_request where connection_id = $1 order by id", [tenant.connectionId]);
    expect(rows.map((row) => [row.operation, row.status])).toEqual([["list_users", 200], ["create_user", 201], ["patch_user", 200], ["authenticate", 401], ["create_user", 400], ["authenticate", 401]]);
    // The last one named no connection: its token told whose call it was.
    expect(rows[5]).toMatchObject({ refusal: { code: "url_wrong" }, path: "/api/scim/00000000-0000-4000-8000-00000000dead/Users" });
    expect(rows.every((row) => row.organization_id === tenant.organizationId)).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/hunter/);
    expect(JSON.stringify(rows)).not.toContain(tenant.token);
    expect(rows[1].resource_id).toBe(created.body.id);
    const [contact] = (await pool().query("select * from connection_contact where connection_id = $1", [tenant.connectionId])).rows;
    expect(contact).toMatchObject({ request_count: "6", failure_count: "3", first_group_at: null });
    expect(contact.credential_test_at).toEqual(rows[0].received_at);
    expect(contact.first_user_at).toEqual(rows[1].received_at);
    const [token] = (await pool().query("select call_count, last_used_at from connection_token where id = $1", [tenant.tokenId])).rows;
    const quirks = await findQuirkCounts(tenant.organizationScope, tenant.connectionId);
    expect(quirks.find((quirk) => quirk.code === "password_discarded")).toMatchObject({ count: 2, lastRequestId: rows[2].id });
    expect(await findQuirkCounts(other.organizationScope, tenant.connectionId)).toEqual([]);
    expect(token).toEqual({ call_count: "4", last_used_at: rows[4].received_at });
  });

  test.each(["in one batch", "in two"])("takes no test person or group, made and taken away at once (%s), for the first of the IdP's", async (batches) => {
    const tenant = await createTenant({ name: `Tested ${batches}` });
    const seen = async () => {
      await flushRequestLog();
      return (await pool().query("select first_user_at, first_group_at, first_membership_at, sightings from connection_contact where connection_id = $1", [tenant.connectionId])).rows[0];
    };
    const provision = async (name: string): Promise<[string, string]> => {
      const person = String((await callScim(tenant, "POST", "/Users", { userName: `${name}@example.com` })).body.id);
      return [person, String((await callScim(tenant, "POST", "/Groups", { displayName: name, members: [{ value: person }] })).body.id)];
    };
    const [person, group] = await provision("test");
    if (batches === "in two") expect(Object.keys((await seen()).sightings)).toEqual(expect.arrayContaining(["first_user_at", "first_group_at", "first_membership_at"]));
    await callScim(tenant, "DELETE", `/Groups/${group}`);
    await callScim(tenant, "DELETE", `/Users/${person}`);
    const withdrawn = await seen();
    expect(withdrawn).toMatchObject({ first_user_at: null, first_group_at: null, first_membership_at: null });
    expect(Object.keys(withdrawn.sightings)).not.toContain("first_user_at");
    const [real] = await provision("real");
    expect((await seen()).sightings).toMatchObject({ first_user_at: { resource_id: real } });
  });
});
