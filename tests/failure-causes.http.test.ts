import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type App } from "./support/start-app";

type Connection = { id: string; token: string; base: string };
type Logged = { scim_request_id: string; received_at: string; status: number; cause: string | null; cause_facts: Record<string, unknown> };
type Call = { url: string; authorization?: string; status: number };

let app: App;
let authorization: string;

beforeAll(async () => {
  app = await startApp();
  const { project_id, secret } = await app.cliJson<{ project_id: string; secret: string }>(["credential", "create", "--json"]);
  authorization = `Basic ${Buffer.from(`${project_id}:${secret}`).toString("base64")}`;
});
afterAll(() => app.stop());

async function api<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`${app.url}/v1/b2b${path}`, {
    method,
    headers: { authorization, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const payload = (await answer.json()) as Answer;
  if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(payload)}`);
  return payload;
}

let made = 0;
async function makeOrganization(): Promise<string> {
  made += 1;
  const { organization } = await api<{ organization: { organization_id: string } }>("POST", "/organizations", { organization_name: `Acme ${String(made)}` });
  return organization.organization_id;
}

async function connect(organization: string, name = "Okta", identity_provider = "okta"): Promise<Connection> {
  const { connection } = await api<{ connection: { connection_id: string; bearer_token: string; base_url: string } }>("POST", `/scim/${organization}/connection`, { display_name: name, identity_provider });
  return { id: connection.connection_id, token: connection.bearer_token, base: connection.base_url };
}

/** Makes the call as the identity provider would, and returns what the log says of it within two seconds. */
async function explain(organization: string, connection: Connection, call: Call): Promise<Logged> {
  const before = Date.now();
  const answer = await fetch(call.url, { headers: call.authorization === undefined ? {} : { authorization: call.authorization } });
  expect([call.url.replace(app.url, ""), answer.status]).toEqual([call.url.replace(app.url, ""), call.status]);
  for (;;) {
    const { scim_requests } = await api<{ scim_requests: Logged[] }>("GET", `/scim/${organization}/requests?connection_id=${connection.id}&limit=1`);
    const [latest] = scim_requests;
    if (latest && Date.parse(latest.received_at) >= before - 5) return latest;
    if (Date.now() - before > 2_000) throw new Error("Nothing was explained within two seconds.");
  }
}

describe("Within two seconds an admin reads why a call failed", () => {
  it("for every way to enter a token or an address wrongly", async () => {
    const organization = await makeOrganization();
    const [okta, entra] = [await connect(organization), await connect(organization, "Entra")];
    const stranger = await connect(await makeOrganization());
    const users = `${okta.base}/Users?startIndex=1&count=2`;
    const { token } = okta;
    const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString("base64")}`;
    const cases: [string, Call][] = [
      ["token_missing", { url: users, status: 401 }],
      ["token_spaced", { url: users, authorization: `Bearer ${token.slice(0, 20)} ${token.slice(20)}`, status: 401 }],
      ["token_wrapped", { url: users, authorization: `Bearer ${token}%0A`, status: 401 }],
      ["token_wrapped", { url: users, authorization: `Bearer "${token}"`, status: 401 }],
      ["token_cut", { url: users, authorization: `Bearer ${token.slice(0, 30)}`, status: 401 }],
      ["token_twice", { url: users, authorization: `Bearer Bearer x${token.slice(1)}`, status: 401 }],
      ["token_wrong", { url: users, authorization: `Bearer x${token.slice(1)}`, status: 401 }],
      ["token_other_connection", { url: users, authorization: `Bearer ${entra.token}`, status: 401 }],
      ["token_wrong", { url: users, authorization: `Bearer ${stranger.token}`, status: 401 }],
      ["basic_off", { url: users, authorization: basic("scim:secret"), status: 401 }],
      ["basic_token", { url: users, authorization: basic(`scim:${token}`), status: 401 }],
      ["path_doubled", { url: `${okta.base}/scim/v2/Users`, authorization: `Bearer ${token}`, status: 404 }],
      ["path_users", { url: `${okta.base}/Users/Users?startIndex=1&count=2`, authorization: `Bearer ${token}`, status: 404 }],
      ["path_unknown", { url: `${okta.base}/People`, authorization: `Bearer ${token}`, status: 404 }],
      ["url_wrong", { url: `${app.url}/api/scim/Users?startIndex=1&count=2`, authorization: `Bearer ${token}`, status: 401 }],
      ["url_wrong", { url: `${okta.base.slice(0, -4)}/Users`, authorization: `Bearer ${token}`, status: 401 }],
      ["url_wrong", { url: `${app.url}/scim/v2/Users?startIndex=1&count=2`, authorization: `Bearer ${token}`, status: 401 }],
      ["url_wrong", { url: `${app.url}/Users?startIndex=1&count=2`, authorization: `Bearer ${token}`, status: 401 }],
    ];
    for (const [cause, call] of cases) expect([call.url, (await explain(organization, okta, call)).cause]).toEqual([call.url, cause]);
  });

  it("with the facts that a person needs, and without any of a credential", async () => {
    const organization = await makeOrganization();
    const [okta, entra] = [await connect(organization), await connect(organization, "Entra of Berlin")];
    const url = `${okta.base}/Users`;
    const other = await explain(organization, okta, { url, authorization: `Bearer ${entra.token}`, status: 401 });
    expect(other.cause_facts).toMatchObject({ connection: "Entra of Berlin", last_four: entra.token.slice(-4) });
    const cut = await explain(organization, okta, { url, authorization: `Bearer ${okta.token.slice(0, 30)}`, status: 401 });
    expect(cut.cause_facts).toMatchObject({ arrived: 30, whole: 43 });
    const stranger = await connect(await makeOrganization());
    const unknown = await explain(organization, okta, { url, authorization: `Bearer ${stranger.token}`, status: 401 });
    expect(unknown.cause_facts).toEqual({ connection: "", last_four: "", at: null, arrived: 0, whole: 0 });
    const logged = JSON.stringify(await api("GET", `/scim/${organization}/requests/${cut.scim_request_id}`));
    for (const secret of [okta.token.slice(0, 30), entra.token, stranger.token]) expect(logged).not.toContain(secret);
  });

  it("for tokens that have ended, and for a paused connection", async () => {
    const organization = await makeOrganization();
    const manage = (connection: Connection, action: string) => api<{ connection: Record<string, string> }>("POST", `/scim/${organization}/connection/${connection.id}/${action}`);
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    const okta = await connect(organization);
    const url = `${okta.base}/Users`;
    const { connection: replaced } = await manage(okta, "token/replace");
    expect((await explain(organization, okta, { url, ...bearer(okta.token), status: 401 })).cause).toBe("token_replaced");
    const { connection: first } = await manage(okta, "rotate/start");
    await manage(okta, "rotate/cancel");
    expect((await explain(organization, okta, { url, ...bearer(first["next_bearer_token"] ?? ""), status: 401 })).cause).toBe("token_cancelled");
    const { connection: second } = await manage(okta, "rotate/start");
    await manage(okta, "rotate/complete");
    const rotated = await explain(organization, okta, { url, ...bearer(replaced["bearer_token"] ?? ""), status: 401 });
    expect([rotated.cause, rotated.cause_facts["last_four"]]).toEqual(["token_rotated", replaced["bearer_token"]?.slice(-4)]);
    await manage(okta, "pause");
    expect((await explain(organization, okta, { url, ...bearer(second["next_bearer_token"] ?? ""), status: 403 })).cause).toBe("paused");
  });

  it("for a token that has ended by the clock", async () => {
    const organization = await makeOrganization();
    const ends = new Date(Date.now() + 1_500).toISOString();
    const { connection } = await api<{ connection: { connection_id: string; bearer_token: string; base_url: string } }>("POST", `/scim/${organization}/connection`, { identity_provider: "okta", token_expires_at: ends });
    const url = `${connection.base_url}/Users`;
    const authorization = `Bearer ${connection.bearer_token}`;
    const status = async (): Promise<number> => (await fetch(url, { headers: { authorization } })).status;
    expect(await status()).toBe(200);
    await expect.poll(status, { timeout: 5_000 }).toBe(401);
    const ended = await explain(organization, { id: connection.connection_id, token: connection.bearer_token, base: connection.base_url }, { url, authorization, status: 401 });
    expect(ended).toMatchObject({ cause: "token_expired", cause_facts: { last_four: connection.bearer_token.slice(-4), at: ends } });
  });

  it("for Entra without its flag, and with the flag in the wrong place", async () => {
    const organization = await makeOrganization();
    const entra = await connect(organization, "Entra", "microsoft-entra");
    const [bare = "", given] = entra.base.split("?");
    expect(given).toBe("aadOptscim062020");
    const headers = { authorization: `Bearer ${entra.token}`, "content-type": "application/scim+json" };
    const send = async (method: string, path: string, body: object) => fetch(`${bare}${path}`, { method, headers, body: JSON.stringify(body) });
    const flag = async () => (await api<{ connection: { contact: { flag_missing: boolean } } }>("GET", `/scim/${organization}/connection/${entra.id}/details`)).connection.contact.flag_missing;
    const made = await send("POST", "/Users", { userName: "ada@acme.example", externalId: "6f2c4c0e-8a4e-4c7d-9b1e-1f0c2d3e4f50", emails: [{ value: "ada@acme.example", type: "work", primary: true }] });
    const { id } = (await made.json()) as { id: string };
    expect(await flag()).toBe(false);
    const disable = { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: [{ op: "Replace", path: "active", value: "False" }] };
    // Applied all the same; the page says what to mend.
    const patched = await send("PATCH", `/Users/${id}`, disable);
    expect([patched.status, ((await patched.json()) as { active: boolean }).active]).toEqual([200, false]);
    await expect.poll(flag, { timeout: 2_000 }).toBe(true);
    const { health } = await api<{ health: { findings: { code: string; status: string }[] } }>("GET", `/scim/${organization}/connection/${entra.id}/health`);
    expect(health.findings.filter(({ status }) => status === "open").map(({ code }) => code)).toContain("entra_flag_missing");
    // As by a client that hangs its paths on the address as it stands.
    const misplaced = { url: `${entra.base}/Users`, authorization: `Bearer ${entra.token}`, status: 404 };
    expect((await explain(organization, entra, misplaced)).cause).toBe("path_flag");
  });

  it("for Basic with a wrong password once it is on, and for a client secret in the place of a token", async () => {
    const organization = await makeOrganization();
    const okta = await connect(organization);
    const url = `${okta.base}/Users`;
    const enable = (method: string) => api<Record<string, unknown>>("POST", `/scim/${organization}/connection/${okta.id}/sign_in_methods/${method}`, {});
    await enable("basic");
    expect((await explain(organization, okta, { url, authorization: `Basic ${Buffer.from("scim:wrong").toString("base64")}`, status: 401 })).cause).toBe("basic_wrong");
    const secret = JSON.stringify(await enable("client_credentials")).match(/"client_secret":"([^"]+)"/)?.[1] ?? "";
    expect((await explain(organization, okta, { url, authorization: `Bearer ${secret}`, status: 401 })).cause).toBe("token_is_client_secret");
  });
});
