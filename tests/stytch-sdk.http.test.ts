import * as stytch from "stytch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "./support/start-app";
import { watchAnswers } from "./support/watch-answers";

let app: App;
let client: stytch.B2BClient;
let organizationId: string;
let basic: string;
let watched: ReturnType<typeof watchAnswers>;

beforeAll(async () => {
  app = await startApp();
  // Each answer in this file is held against the OpenAPI document.
  watched = watchAnswers(app.url);
  const { project_id, secret } = await app.cliJson<{ project_id: string; secret: string }>(["credential", "create", "--json"]);
  basic = `Basic ${Buffer.from(`${project_id}:${secret}`).toString("base64")}`;
  client = new stytch.B2BClient({ project_id, secret, env: app.url });
  const created = await client.organizations.create({ organization_name: "Acme", organization_slug: "acme", organization_external_id: "crm-1" });
  organizationId = created.organization.organization_id;
});
afterAll(async () => {
  await app.stop();
  expect(watched.seen()).toBeGreaterThan(50);
  watched.stop();
});

const refusal = async (work: Promise<unknown>): Promise<stytch.StytchError> => {
  const error: unknown = await work.then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(stytch.StytchError);
  return error as stytch.StytchError;
};

/** Plays the IdP: one person in one group, through the connection's own address. */
async function provision(baseUrl: string, token: string): Promise<{ groupId: string }> {
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/scim+json" };
    const response = await fetch(`${baseUrl}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    expect(response.status).toBe(201);
    return (await response.json()) as { id: string };
  };
  const emails = [{ value: "a+b@acme.test", type: "work", primary: true }];
  const user = await post("/Users", { userName: "a+b@acme.test", name: { givenName: "Ada", familyName: "Byron" }, emails, externalId: "x-1" });
  const group = await post("/Groups", { displayName: "Engineering", members: [{ value: user.id }] });
  return { groupId: group.id };
}

type Query = NonNullable<Parameters<stytch.B2BClient["organizations"]["members"]["search"]>[0]["query"]>;

describe("The unmodified stytch SDK", () => {
  it("reads, changes, finds and counts organizations by id, slug and external id", async () => {
    for (const organization_id of [organizationId, "acme", "crm-1"]) {
      expect((await client.organizations.get({ organization_id })).organization.organization_name).toBe("Acme");
    }
    const updated = await client.organizations.update({ organization_id: organizationId, organization_name: "Acme Corp", trusted_metadata: { plan: "pro" } });
    expect(updated.organization).toMatchObject({ organization_name: "Acme Corp", organization_slug: "acme", trusted_metadata: { plan: "pro" } });
    const found = await client.organizations.search({ query: { operator: "AND", operands: [{ filter_name: "organization_slugs", filter_value: ["acme"] }] } });
    expect(found.organizations.map((organization) => organization.organization_id)).toEqual([organizationId]);
    expect((await client.organizations.metrics({ organization_id: organizationId })).member_count).toBe(0);
    expect((await client.organizations.deleteExternalId({ organization_id: organizationId })).organization.organization_external_id ?? null).toBeNull();
    const operands = [{ filter_name: "allowed_domains", filter_value: ["acme.test"] } as const, { filter_name: "has_active_sso_connection", filter_value: true } as const];
    for (const operand of operands) expect((await client.organizations.search({ query: { operator: "AND", operands: [operand] } })).organizations).toEqual([]);
  });

  it("is refused settings that Rollcall would not honour, and cosmetic ones change nothing", async () => {
    const security = [{ mfa_policy: "REQUIRED_FOR_ALL" }, { email_allowed_domains: ["acme.test"] }, { auth_methods: "RESTRICTED" }, { claimed_email_domains: ["acme.test"] }];
    for (const settings of security) {
      const refused = await refusal(client.organizations.update({ organization_id: organizationId, organization_name: "Not applied", ...settings }));
      expect(refused).toMatchObject({ status_code: 400, error_type: "invalid_request", error_details: { fields: { [Object.keys(settings)[0] ?? ""]: "is not supported by Rollcall" } } });
    }
    const cosmetic = { organization_id: organizationId, organization_name: "Acme Corp", favourite_colour: "blue" };
    expect((await client.organizations.update(cosmetic)).organization.organization_name).toBe("Acme Corp");
  });

  it("walks through all pages of a search", async () => {
    for (let n = 0; n < 5; n++) await client.organizations.create({ organization_name: `Page ${n}`, organization_slug: `page-${n}` });
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.organizations.search({ limit: 2, ...(cursor ? { cursor } : {}) });
      expect(page.results_metadata.total).toBe(6);
      names.push(...page.organizations.map((organization) => organization.organization_slug));
      cursor = page.results_metadata.next_cursor ?? undefined;
    } while (cursor);
    expect(names.sort()).toEqual(["acme", "page-0", "page-1", "page-2", "page-3", "page-4"]);
  });

  it("has members created, read, changed, removed and brought back", async () => {
    const made = await client.organizations.members.create({ organization_id: organizationId, email_address: "grace+x@acme.test", name: "Grace" });
    const member_id = made.member_id;
    const byMail = await client.organizations.members.get({ organization_id: organizationId, email_address: "grace+x@acme.test" });
    expect(byMail.member).toMatchObject({ member_id, name: "Grace", status: "active" });
    await client.organizations.members.update({ organization_id: organizationId, member_id, name: "Grace H.", external_id: "g-1" });
    expect((await client.organizations.members.get({ organization_id: organizationId, member_id: "g-1" })).member.name).toBe("Grace H.");
    await client.organizations.members.delete({ organization_id: organizationId, member_id });
    expect((await client.organizations.members.dangerouslyGet({ member_id, include_deleted: true })).member.status).toBe("deleted");
    expect((await refusal(client.organizations.members.get({ organization_id: organizationId, member_id }))).status_code).toBe(404);
    expect((await refusal(client.organizations.members.dangerouslyGet({ member_id }))).error_type).toBe("member_not_found");
    expect((await client.organizations.members.reactivate({ organization_id: organizationId, member_id })).member.status).toBe("active");
    expect((await client.organizations.members.deleteExternalId({ organization_id: organizationId, member_id })).member.external_id ?? null).toBeNull();
  });

  it("sets up a connection, sees what the IdP sends, and maps a group to a role", async () => {
    const { connection } = await client.scim.connection.create({ organization_id: organizationId, display_name: "Okta", identity_provider: "okta" });
    if (!connection) throw new Error("no connection was made");
    const at = { organization_id: organizationId, connection_id: connection.connection_id };
    const { groupId } = await provision(connection.base_url, connection.bearer_token);
    const { scim_groups } = await client.scim.connection.getGroups({ ...at, limit: 10 });
    expect(scim_groups).toMatchObject([{ group_id: groupId, group_name: "Engineering" }]);
    const mapped = await client.scim.connection.update({ ...at, scim_group_implicit_role_assignments: [{ role_id: "org_admin", group_id: groupId, group_name: "Engineering" }] });
    expect(mapped.connection?.scim_group_implicit_role_assignments).toMatchObject([{ role_id: "org_admin", group_id: groupId }]);
    const { members } = await client.organizations.members.search({
      organization_ids: [organizationId],
      query: { operator: "AND", operands: [{ filter_name: "member_emails", filter_value: ["a+b@acme.test"] }] },
    });
    const [ada] = members;
    expect(ada).toMatchObject({ name: "Ada Byron", is_admin: true, scim_registration: { connection_id: connection.connection_id, external_id: "x-1" } });
    expect(ada?.roles.find(({ role_id }) => role_id === "org_admin")?.sources).toMatchObject([{ type: "scim_connection_group", details: { group_id: groupId } }]);
    expect(ada?.scim_registration?.scim_attributes).toMatchObject({ user_name: "a+b@acme.test", groups: [{ value: groupId, display: "Engineering" }] });
  });

  it("rotates a token with overlap, cancels, completes, and deletes the connection", async () => {
    const found = await client.scim.connection.get({ organization_id: organizationId });
    const at = { organization_id: organizationId, connection_id: found.connection?.connection_id ?? "" };
    const started = await client.scim.connection.rotateStart(at);
    expect(started.connection?.next_bearer_token).toBeTypeOf("string");
    expect((await refusal(client.scim.connection.rotateStart(at))).status_code).toBe(409);
    await client.scim.connection.rotateCancel(at);
    const again = await client.scim.connection.rotateStart(at);
    const completed = await client.scim.connection.rotateComplete(at);
    expect(completed.connection?.bearer_token_last_four).toBe(again.connection?.next_bearer_token.slice(-4));
    expect((await client.scim.connection.delete(at)).connection_id).toBe(at.connection_id);
    expect((await client.scim.connection.get({ organization_id: organizationId })).connection ?? null).toBeNull();
  });

  it("reads the role policies", async () => {
    const { policy } = await client.rbac.policy();
    expect(policy?.roles.map(({ role_id }) => role_id)).toEqual(expect.arrayContaining(["org_admin", "org_member"]));
    const own = { role_id: "billing", description: "Pays", permissions: [{ resource_id: "invoices", actions: ["read"] }] };
    await client.rbac.organizations.setOrgPolicy({ organization_id: organizationId, org_policy: { roles: [own] } });
    expect((await client.rbac.organizations.getOrgPolicy({ organization_id: organizationId })).org_policy?.roles).toEqual([own]);
    expect((await client.organizations.get({ organization_id: organizationId })).organization.custom_roles).toEqual([own]);
  });

  it("finds members by every filter of the wire, through all pages", async () => {
    const names = ["one", "two", "three"];
    for (const name of names) await client.organizations.members.create({ organization_id: organizationId, email_address: `${name}+t@many.test`, name, roles: ["billing"] });
    const search = async (operands: Query["operands"]) => {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.organizations.members.search({ organization_ids: [organizationId], limit: 2, ...(cursor ? { cursor } : {}), query: { operator: "AND", operands } });
        found.push(...page.members.map((member) => member.name));
        cursor = page.results_metadata.next_cursor ?? undefined;
      } while (cursor);
      return found;
    };
    expect(await search([{ filter_name: "member_email_fuzzy", filter_value: "@many" }])).toEqual(names);
    expect(await search([{ filter_name: "member_email_fuzzy", filter_value: "@many" }, { filter_name: "statuses", filter_value: ["active"] }])).toEqual(names);
    expect(await search([{ filter_name: "member_phone_numbers", filter_value: ["+1"] }])).toEqual([]);
    expect(await search([{ filter_name: "member_is_breakglass", filter_value: true }])).toEqual([]);
    const raw = await fetch(`${app.url}/v1/b2b/organizations/acme/member?email_address=one%2Bt%40many.test`, { headers: { authorization: basic } });
    expect(await raw.json()).toMatchObject({ status_code: 200, member: { name: "one", roles: [{ role_id: "org_member" }, { role_id: "billing" }] } });
  });

  it("gets refusals as StytchError, also for what Rollcall does not serve", async () => {
    expect(await refusal(client.organizations.get({ organization_id: "organization-00000000-0000-4000-8000-000000000000" }))).toMatchObject({ status_code: 404, error_type: "organization_not_found" });
    const stranger = new stytch.B2BClient({ project_id: "project-x", secret: "wrong", env: app.url });
    expect(await refusal(stranger.organizations.get({ organization_id: organizationId }))).toMatchObject({ status_code: 401, error_type: "unauthorized_credentials" });
    const link = client.magicLinks.email.loginOrSignup({ organization_id: organizationId, email_address: "x@acme.test" });
    expect(await refusal(link)).toMatchObject({ status_code: 404, error_type: "route_not_found" });
  });

  it("gets JSON for every address and method that there is not, and its error_url leads to a page", async () => {
    for (const [method, path, status] of [
      ["GET", "/v1/nothing", 404],
      ["PATCH", "/v1/b2b/organizations/acme", 405],
      ["GET", "/v1/b2b/organizations/search", 405],
      ["DELETE", "/v1/b2b/events", 405],
      ["PUT", "/v1/b2b/a/b/c/d", 404],
      ["GET", "/v1/b2b/organizations/%zz", 400],
      ["GET", "/v1/b2b/organizations/%ED%A0%80", 400],
      ["GET", "/v1/b2b/organizations/a%00b", 400],
    ] as const) {
      const response = await fetch(`${app.url}${path}`, { method, headers: { authorization: basic } });
      expect([method, path, response.status, response.headers.get("content-type")]).toEqual([method, path, status, "application/json"]);
      const { error_url: url, error_type: type } = (await response.json()) as { error_url: string; error_type: string };
      expect(await (await fetch(url)).text()).toContain(`id="${type}"`);
    }
  });

  it("serves its reference and the document without credentials, and asks no other server", async () => {
    const document = (await (await fetch(`${app.url}/v1/openapi.json`)).json()) as { openapi: string; paths: object };
    expect([document.openapi, Object.keys(document.paths).length > 60]).toEqual(["3.1.0", true]);
    const page = await (await fetch(`${app.url}/docs/api`)).text();
    expect(page).toContain("/docs/api/assets/swagger-ui.css");
    for (const file of ["swagger-ui.css", "swagger-ui-bundle.js"]) expect((await fetch(`${app.url}/docs/api/assets/${file}`)).status).toBe(200);
    expect((await fetch(`${app.url}/docs/api/assets/package.json`)).status).toBe(404);
  });

  it("is kept to the scopes of its credential", async () => {
    const reader = await app.cliJson<{ project_id: string; secret: string; scopes: string }>(["credential", "create", "--scope", "read", "--json"]);
    expect(reader.scopes).toBe("read");
    const reading = new stytch.B2BClient({ ...reader, env: app.url });
    expect((await reading.organizations.get({ organization_id: organizationId })).organization.organization_slug).toBe("acme");
    expect(await refusal(reading.organizations.update({ organization_id: organizationId, organization_name: "X" }))).toMatchObject({
      status_code: 403,
      error_type: "missing_scope",
      error_details: { scope: "write", scopes: ["read"] },
    });
  });

  it("deletes an organization", async () => {
    await client.organizations.delete({ organization_id: organizationId });
    expect((await refusal(client.organizations.get({ organization_id: organizationId }))).status_code).toBe(404);
  });
});
