// What npm run screenshots --prepare makes: one organization in which everything that can wait for an admin is waiting, one with a
// connection for each identity provider that has not called yet, and one with nothing. All of it by the same doors as everybody's.
import { spawnSync } from "node:child_process";

const PROVIDERS = ["okta", "microsoft-entra", "cyberark", "jumpcloud", "onelogin", "pingfederate", "rippling", "generic"];
const PEOPLE = 32;
const DEPARTURES = 15;

/**
 * @param {import("@playwright/test").APIRequestContext} request signed in as an operator
 * @returns {Promise<{ busy: string; waiting: string; empty: string; setupLink: string; setupLinks: Record<string, string>; invitation: string; consent: string; connections: Record<string, string>; okta: string; entra: string }>} slugs, links and paths
 */
export async function prepareData(request) {
  const call = caller(request);
  const stamp = Date.now().toString(36).slice(-5);
  const make = async (name, more = {}) => (await call("POST", "/v1/b2b/organizations", { organization_name: name, organization_slug: `${name.toLowerCase()}-${stamp}`, ...more })).organization.organization_slug;
  const [busy, waiting, empty] = [await make("Northwind"), await make("Fabrikam"), await make("Contoso")];
  await call("PUT", `/v1/b2b/organizations/${busy}`, { brand_color: "#0f766e" });
  const connect = async (organization, identity_provider, display_name) => (await call("POST", `/v1/b2b/scim/${organization}/connection`, { identity_provider, display_name })).connection;
  const path = (organization, { connection_id }) => `/organizations/${organization}/connections/${connection_id.replace("scim-connection-", "")}`;

  const connections = {};
  for (const provider of PROVIDERS) {
    const made = await connect(waiting, provider, NAMES[provider]);
    connections[provider] = path(waiting, made);
    const at = `/v1/b2b/scim/${waiting}/connection/${made.connection_id}`;
    await call("POST", `${at}/token/copied`);
    for (const method of METHODS[provider] ?? []) await call("POST", `${at}/sign_in_methods/${method}`, method === "federation" ? { federation: FEDERATION } : {});
  }

  const okta = await connect(busy, "okta", "Okta");
  for (const role of ROLES) await call("POST", `/v1/b2b/organizations/${busy}/roles`, role);
  await someoneIsThere(call, busy, ["greta.okafor", "marta.duarte", "rafael.bianchi"]);
  play("okta", okta, ["--users", String(PEOPLE), "--groups", "5"]);
  await mapRoles(call, busy, okta);
  await openSessions(call, busy);
  await leave(okta);
  const { connection: entra } = await call("POST", `/v1/b2b/scim/${busy}/connection/${okta.connection_id}/move`, { identity_provider: "microsoft-entra", display_name: "Microsoft Entra ID" });
  play("entra", entra, ["--users", "12", "--groups", "2"]);
  const consent = await askForConsent(call, waiting, connections.okta);
  const links = {};
  for (const provider of ["okta", "microsoft-entra"]) links[provider] = await setupLink(call, busy, provider);
  await call("POST", `/v1/b2b/organizations/${busy}/invitations`, { email_address: "grace.admin@northwind.example", name: "Grace Admin" });
  const { invitation_url: invitation } = await call("POST", `/v1/b2b/organizations/${busy}/invitations`, { email_address: "ina.invited@northwind.example", name: "Ina Invited" });
  return { busy, waiting, empty, setupLink: links.okta, setupLinks: links, invitation, consent, connections, okta: path(busy, okta), entra: path(busy, entra) };
}

const NAMES = { okta: "Okta", "microsoft-entra": "Microsoft Entra ID", cyberark: "CyberArk", jumpcloud: "JumpCloud", onelogin: "OneLogin", pingfederate: "PingFederate", rippling: "Rippling", generic: "Warehouse directory" };

// JumpCloud and OneLogin stay with the token alone, so that a way of signing in can be seen being turned on.
const METHODS = { okta: ["basic"], "microsoft-entra": ["client_credentials", "federation"], pingfederate: ["client_credentials", "basic"] };

const FEDERATION = {
  issuer: "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0",
  jwks_url: "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/discovery/v2.0/keys",
  subject: "66666666-7777-4888-9999-aaaaaaaaaaaa",
  audience: "api://AzureADTokenExchange",
};

const ROLES = [
  { role_id: "editor", description: "Creates and changes documents.", permissions: [{ resource_id: "document", actions: ["create", "read", "update"] }] },
  { role_id: "billing", description: "Sees invoices and changes the plan.", permissions: [{ resource_id: "invoice", actions: ["read", "update"] }] },
  { role_id: "auditor", description: "Reads everything, changes nothing.", permissions: [{ resource_id: "document", actions: ["read"] }, { resource_id: "invoice", actions: ["read"] }] },
];

function caller(request) {
  return async (method, path, data) => {
    const answer = await request.fetch(path, { method, headers: { "sec-fetch-site": "same-origin" }, ...(data === undefined ? {} : { data }) });
    if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${(await answer.text()).slice(0, 300)}`);
    return answer.json();
  };
}

/** A part of the company by the simulator, as an identity provider would send it. */
function play(dialect, { base_url, bearer_token }, more) {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/simulate.mjs", dialect, "--base", base_url, "--token", bearer_token, "--quiet", ...more], { encoding: "utf8" });
  if (status === 2) throw new Error(stderr);
}

/** People whom the identity provider will send as well: an admin is asked who is who. */
async function someoneIsThere(call, organization, names) {
  for (const name of names) await call("POST", `/v1/b2b/organizations/${organization}/members`, { email_address: `${name}@lumenworks.example`, name: name.split(".").map((part) => part[0].toUpperCase() + part.slice(1)).join(" ") });
}

async function mapRoles(call, organization, { connection_id }) {
  const path = `/v1/b2b/scim/${organization}/connection/${connection_id}/role_mappings`;
  const { groups } = await call("GET", `/v1/b2b/organizations/${organization}/groups`);
  const [first, second] = groups;
  await call("PUT", path, { role_mappings: [{ role_id: "editor", group_id: first.group_id }, { role_id: "billing", group_id: second.group_id }, { role_id: "auditor", group_name: "Internal audit" }] });
}

async function openSessions(call, organization) {
  const { members } = await call("GET", `/v1/b2b/organizations/${organization}/members?status=active&limit=3`);
  const agents = ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36"];
  for (const user_agent of agents) await call("POST", "/v1/b2b/sessions", { organization_id: organization, member_id: members[0].member_id, session_duration_minutes: 480, attributes: { ip_address: "192.0.2.7", user_agent } });
}

/** So many at once that the brake asks. */
async function leave({ base_url, bearer_token }) {
  const headers = { authorization: `Bearer ${bearer_token}`, "content-type": "application/scim+json", "user-agent": "Okta SCIM Client 1.0.0" };
  const { Resources: people } = await (await fetch(`${base_url}/Users?filter=${encodeURIComponent("active eq true")}&count=100`, { headers })).json();
  const body = JSON.stringify({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [{ op: "replace", value: { active: false } }] });
  for (const { id } of people.slice(5, 5 + DEPARTURES)) await fetch(`${base_url}/Users/${id}`, { method: "PATCH", headers, body });
}

async function setupLink(call, organization, identity_provider) {
  return (await call("POST", `/v1/b2b/organizations/${organization}/setup_links`, { identity_provider, note: "IT of Northwind, ticket 4711" })).setup_link_url;
}

/** Where Okta sends an admin who connects by OAuth 2. */
async function askForConsent(call, organization, connection) {
  const id = connection.split("/").at(-1);
  const methods = `/v1/b2b/scim/${organization}/connection/scim-connection-${id}/sign_in_methods`;
  await call("POST", `${methods}/authorization_code`, {});
  const { client_id } = (await call("GET", methods)).sign_in_methods;
  const query = new URLSearchParams({ response_type: "code", client_id, redirect_uri: "https://system-admin.okta.com/admin/app/cpc/northwind/oauth/callback", state: "a1b2c3" });
  return `/connect/${id}?${query}`;
}
