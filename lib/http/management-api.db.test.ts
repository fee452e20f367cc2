import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { NextRequest } from "next/server";
import { createCredential } from "@/lib/auth/create-credential";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";
import { addAdmin } from "@/tests/support/portal-people";
import type { RouteHandler } from "./answer-api-call";

type Module = Partial<Record<string, RouteHandler>>;
type Headers = Record<string, string>;

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const routes = readdirSync("app/v1/b2b", { recursive: true, encoding: "utf8" })
  // The public keys are for everyone: tests/stytch-sessions.db.test.ts asks for them.
  .filter((file) => file.endsWith("route.ts") && !file.includes("[...") && !file.includes("jwks"))
  .map((file) => `app/v1/b2b/${file}`)
  .sort();
const ofOrganizations = routes.filter((file) => file.includes("[organization]"));

async function call(file: string, method: string, params: Record<string, string>, headers: Headers, body?: unknown) {
  const { [method]: handler } = (await import(/* @vite-ignore */ `@/${file}`)) as Module;
  if (!handler) return null;
  const path = file.replace(/^app|\/route\.ts$/g, "").replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? "x"));
  const init = { method, headers: { "content-type": "application/json", ...headers }, ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }) };
  const response = await handler(new NextRequest(`http://localhost:3000${path}`, init), { params: Promise.resolve(params) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const ids = (tenant: Tenant) => ({
  organization: tenant.slug,
  connection: `scim-connection-${tenant.connectionId}`,
  member: "member-00000000-0000-7000-8000-00000000dead",
  group: "00000000-0000-7000-8000-00000000dead",
  role: "org_admin",
  invitation: "invitation-00000000-0000-7000-8000-00000000dead",
  credential: "credential-00000000-0000-7000-8000-00000000dead",
});
const asBrowser = (cookie: string): Headers => ({ cookie: `next-auth.session-token=${cookie}`, "sec-fetch-site": "same-origin" });

describe("The management API", () => {
  let acme: Tenant;
  let globex: Tenant;
  let cookie: string;
  let basic: Headers;

  beforeAll(async () => {
    [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
    cookie = (await addAdmin(acme)).cookie;
    const credential = await createCredential(installationScope, "tests");
    basic = { authorization: `Basic ${Buffer.from(`${credential.projectId}:${credential.secret}`).toString("base64")}` };
  });

  it("finds routes to walk", () => expect(ofOrganizations.length).toBeGreaterThan(8));

  it.each(routes)("%s answers 401 to no one and to a wrong secret", async (file) => {
    for (const method of METHODS) {
      for (const headers of [{}, { authorization: "Basic eDp5" }, { cookie: "next-auth.session-token=forged" }]) {
        const answer = await call(file, method, ids(acme), headers as Headers);
        if (answer) expect([method, answer.status, typeof answer.body.request_id]).toEqual([method, 401, "string"]);
      }
    }
  });

  it.each(ofOrganizations)("%s answers 404 to the admin of another organization, as for one that does not exist", async (file) => {
    for (const method of METHODS) {
      for (const params of [ids(globex), { ...ids(acme), organization: "no-such-organization" }]) {
        const answer = await call(file, method, params, asBrowser(cookie));
        if (answer) expect([method, answer.status, answer.body.error_type]).toEqual([method, 404, "organization_not_found"]);
      }
    }
  });

  const ORGANIZATION = "app/v1/b2b/organizations/[organization]/route.ts";

  it("lets a browser change things only from our own pages, in JSON", async () => {
    const change = (headers: Headers) => call(ORGANIZATION, "PUT", ids(acme), { cookie: `next-auth.session-token=${cookie}`, ...headers }, { brand_color: "#123456" });
    for (const headers of [{}, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }, { origin: "https://evil.test" }, { origin: "null" }]) {
      expect((await change(headers as Headers))?.body.error_type).toBe("cross_site_request");
    }
    expect((await change({ "sec-fetch-site": "same-origin", "content-type": "text/plain" }))?.body.error_type).toBe("invalid_content_type");
    expect((await change({ "sec-fetch-site": "same-origin" }))?.status).toBe(200);
    expect((await change({ origin: "http://localhost:3000" }))?.status).toBe(200);
  });

  it("keeps what belongs to the vendor from org admins, and tells operators' routes from theirs", async () => {
    const rename = await call(ORGANIZATION, "PUT", ids(acme), asBrowser(cookie), { organization_name: "Acme Ltd" });
    expect(rename?.body.organization).toMatchObject({ organization_name: "Acme Ltd", organization_id: `organization-${acme.organizationId}` });
    for (const body of [{ organization_slug: "stolen" }, { organization_status: "suspended" }, { trusted_metadata: {} }]) {
      expect((await call(ORGANIZATION, "PUT", ids(acme), asBrowser(cookie), body))?.status).toBe(403);
    }
    expect((await call(ORGANIZATION, "DELETE", ids(acme), asBrowser(cookie)))?.status).toBe(403);
    expect((await call("app/v1/b2b/organizations/route.ts", "POST", {}, asBrowser(cookie), { organization_name: "X" }))?.status).toBe(403);
    expect((await call("app/v1/b2b/credentials/route.ts", "GET", {}, asBrowser(cookie)))?.status).toBe(403);
  });

  it("creates, finds, changes and deletes organizations with Basic credentials", async () => {
    const created = await call("app/v1/b2b/organizations/route.ts", "POST", {}, basic, { organization_name: "Umbrella & Söhne", organization_external_id: "crm-7" });
    expect(created?.body).toMatchObject({ status_code: 200, organization: { organization_slug: "umbrella-sohne", organization_external_id: "crm-7", email_jit_provisioning: "NOT_ALLOWED" } });
    const twin = await call("app/v1/b2b/organizations/route.ts", "POST", {}, basic, { organization_name: "Umbrella & Söhne" });
    expect(twin?.body.organization).toMatchObject({ organization_slug: "umbrella-sohne-2" });
    const taken = await call("app/v1/b2b/organizations/route.ts", "POST", {}, basic, { organization_name: "U", organization_slug: "umbrella-sohne" });
    expect([taken?.status, taken?.body.error_type]).toEqual([409, "organization_slug_already_used"]);
    const query = { operator: "AND", operands: [{ filter_name: "organization_name_fuzzy", filter_value: "umbrella" }] };
    const page = await call("app/v1/b2b/organizations/search/route.ts", "POST", {}, basic, { query, limit: 1 });
    expect(page?.body).toMatchObject({ organizations: [{ organization_slug: "umbrella-sohne" }], results_metadata: { total: 2 } });
    const cursor = (page?.body.results_metadata as { next_cursor: string }).next_cursor;
    const next = await call("app/v1/b2b/organizations/search/route.ts", "POST", {}, basic, { query, limit: 1, cursor });
    expect(next?.body).toMatchObject({ organizations: [{ organization_slug: "umbrella-sohne-2" }], results_metadata: { next_cursor: null } });
    const byExternalId = { organization: "crm-7" };
    const cleared = await call("app/v1/b2b/organizations/[organization]/external_id/route.ts", "DELETE", byExternalId, basic);
    expect(cleared?.body.organization).toMatchObject({ organization_external_id: null });
    expect((await call(ORGANIZATION, "GET", byExternalId, basic))?.status).toBe(404);
    expect((await call(ORGANIZATION, "DELETE", { organization: "umbrella-sohne" }, basic))?.status).toBe(200);
    expect((await call(ORGANIZATION, "GET", { organization: "umbrella-sohne" }, basic))?.status).toBe(404);
    expect((await call(ORGANIZATION, "GET", { organization: globex.slug }, basic))?.status).toBe(200);
  });

  it("refuses settings that it would not honour, bad input and bad JSON with 400", async () => {
    const create = (body: unknown) => call("app/v1/b2b/organizations/route.ts", "POST", {}, basic, body);
    expect((await create({ organization_name: "M", mfa_policy: "REQUIRED_FOR_ALL" }))?.body.error_details).toEqual({ fields: { mfa_policy: "is not supported by Rollcall" } });
    expect((await create({ organization_name: "M", email_allowed_domains: [] }))?.status).toBe(200);
    expect((await create({ organization_name: " " }))?.body.error_message).toBe("organization_name: Fill this in.");
    expect((await create({ organization_name: "M", organization_slug: "a/b" }))?.status).toBe(400);
    expect((await create([]))?.status).toBe(400);
  });
});
