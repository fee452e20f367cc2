import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { NextRequest } from "next/server";
import { createCredential } from "@/lib/auth/create-credential";
import { credentialScopes, type CredentialScope } from "@/lib/contracts/credential-scope";
import type { Operation } from "@/lib/contracts/operation";
import { operations } from "@/lib/contracts/operations/all";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";
import { checkAnswer } from "@/tests/support/check-answer";
import { addAdmin } from "@/tests/support/portal-people";
import type { RouteHandler } from "./answer-api-call";

type Module = Partial<Record<string, RouteHandler>>;
type Headers = Record<string, string>;
type Answer = { status: number; body: Record<string, unknown>; headers: globalThis.Headers };

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const routes = readdirSync("app/v1/b2b", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("route.ts") && !file.includes("[..."))
  .map((file) => `app/v1/b2b/${file}`)
  .sort();
const closed = operations.filter(({ access }) => access !== "public");

const fileOf = (path: string) => `app${path.replace(/\{(\w+)\}/g, "[$1]")}/route.ts`;
const load = async (file: string) => (await import(/* @vite-ignore */ `@/${file}`)) as Module;

/** Calls a route's handler as Next would, and holds the answer against the document. */
async function call(file: string, method: string, params: Record<string, string>, headers: Headers, body?: unknown): Promise<Answer | null> {
  const { [method]: handler } = await load(file);
  if (!handler) return null;
  const path = file.replace(/^app|\/route\.ts$/g, "").replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name] ?? "x"));
  const text = typeof body === "string" ? body : JSON.stringify(body ?? {});
  const init = { method, headers: { "content-type": "application/json", ...headers }, ...(method === "GET" ? {} : { body: text }) };
  const response = await handler(new NextRequest(`http://localhost:3000${path}`, init), { params: Promise.resolve(params) });
  const answer = { status: response.status, body: (await response.json()) as Record<string, unknown>, headers: response.headers };
  checkAnswer(method, path, answer);
  return answer;
}

const nobody = "00000000-0000-7000-8000-00000000dead";
const ids = (tenant: Tenant): Record<string, string> => ({
  organization: tenant.slug,
  connection: `scim-connection-${tenant.connectionId}`,
  member: `member-${nobody}`,
  group: nobody,
  role: "org_admin",
  method: "basic",
  schema: `scim-schema-${nobody}`,
  invitation: `invitation-${nobody}`,
  credential: `credential-${nobody}`,
  request: `request-id-${nobody}`,
  endpoint: `webhook-endpoint-${nobody}`,
  delivery: `delivery-${nobody}`,
  session: `member-session-${nobody}`,
  setup_link: `setup-link-${nobody}`,
  key: `signing-key-${nobody}`,
  case: `brake-case-${nobody}`,
  finding: "no_work_email",
  trusted_issuer: `trusted-issuer-${nobody}`,
});
const asBrowser = (cookie: string): Headers => ({ cookie: `next-auth.session-token=${cookie}`, "sec-fetch-site": "same-origin" });

async function credential(scopes: readonly CredentialScope[] = credentialScopes): Promise<Headers> {
  const { projectId, secret } = await createCredential(installationScope, "tests", scopes);
  return { authorization: `Basic ${Buffer.from(`${projectId}:${secret}`).toString("base64")}` };
}

describe("The registry of operations", () => {
  it("has exactly what the routes serve, and each route is made from its operation", async () => {
    const served: string[] = [];
    for (const file of routes) {
      const module = await load(file);
      for (const method of METHODS.filter((name) => module[name])) {
        const operation = module[method]?.operation;
        expect([file, method, operation && fileOf(operation.path), operation?.method]).toEqual([file, method, file, method]);
        served.push(`${method} ${operation?.path}`);
      }
    }
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(served.sort());
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    // Loading a hundred modules takes its time on a busy machine.
  }, 60_000);
});

describe("The management API", () => {
  let acme: Tenant;
  let globex: Tenant;
  let cookie: string;
  let basic: Headers;
  /** By scope: a credential that has all the others. */
  const scoped = {} as Record<CredentialScope, Headers>;

  beforeAll(async () => {
    [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
    cookie = (await addAdmin(acme)).cookie;
    basic = await credential();
    for (const scope of credentialScopes) scoped[scope] = await credential(credentialScopes.filter((other) => other !== scope));
  });

  const walk = (list: readonly Operation[]) => list.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);
  const send = async ({ method, path, example }: Operation, params: Record<string, string>, headers: Headers): Promise<Answer> => {
    const answer = await call(fileOf(path), method, params, headers, example);
    if (!answer) throw new Error(`there is no ${method} ${path}`);
    return answer;
  };

  it.each(walk(closed))("%s answers 401 to no one and to a wrong secret", async (_, operation) => {
    for (const headers of [{}, { authorization: "Basic eDp5" }, { cookie: "next-auth.session-token=forged" }] as Headers[]) {
      const { status, body } = await send(operation, ids(acme), headers);
      expect([status, typeof body.request_id]).toEqual([401, "string"]);
    }
  });

  it.each(walk(closed.filter(({ access }) => access === "organization")))("%s answers 404 to the admin of another organization, as for one that does not exist", async (_, operation) => {
    for (const params of [ids(globex), { ...ids(acme), organization: "no-such-organization" }]) {
      const { status, body } = await send(operation, params, asBrowser(cookie));
      expect([status, body.error_type]).toEqual([404, "organization_not_found"]);
    }
  });

  it.each(walk(closed.filter(({ access }) => access === "installation")))("%s answers 403 to an org admin", async (_, operation) => {
    const { status, body } = await send(operation, ids(acme), asBrowser(cookie));
    expect([status, body.error_type]).toEqual([403, "unauthorized_action"]);
  });

  it.each(walk(closed))("%s answers 403 to a credential with every scope but its own, naming it", async (_, operation) => {
    const { status, body } = await send(operation, ids(acme), scoped[operation.scope]);
    expect([status, body.error_type]).toEqual([403, "missing_scope"]);
    expect(body.error_details).toMatchObject({ scope: operation.scope });
  });

  it("does what the examples of the reference say", async () => {
    const named: Record<string, string> = { organization: "acme", member: "user-1" };
    const examples = closed.filter(({ example, path }) => example && [...path.matchAll(/\{(\w+)\}/g)].every(([, name = ""]) => name in named));
    expect(examples.length).toBeGreaterThan(10);
    for (const operation of examples) {
      const { status, body } = await send(operation, named, basic);
      expect([operation.id, status, body.error_message]).toEqual([operation.id, 200, undefined]);
    }
    expect(closed.filter(({ example }) => example)).toEqual(examples);
    // With the first use of each route it loads its modules.
  }, 60_000);

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
