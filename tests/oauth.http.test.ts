import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type App } from "./support/start-app";

const CALLBACK = "https://system-admin.okta.com/admin/app/cpc/acme_scim/oauth/callback";
const operator = { name: "Olga Operator", email_address: "olga@example.com", password: "correct horse battery staple" };

let app: App;
let cookie: string;

beforeAll(async () => {
  app = await startApp();
  await send("POST", "/api/first-run", operator);
  cookie = await signIn();
});
afterAll(() => app.stop());

/** The portal in a browser: our own site's JSON calls with a session cookie. */
async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const answer = await fetch(`${app.url}${path}`, {
    method,
    headers: { origin: app.url, "sec-fetch-site": "same-origin", ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** Signs in with next-auth's form, and returns the cookies as a browser would send them. */
async function signIn(): Promise<string> {
  const form = await fetch(`${app.url}/api/auth/csrf`);
  const { csrfToken } = (await form.json()) as { csrfToken: string };
  const answer = await fetch(`${app.url}/api/auth/callback/password`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookies(form), origin: app.url },
    body: new URLSearchParams({ csrfToken, email: operator.email_address, password: operator.password, json: "true" }),
  });
  expect(cookies(answer)).toContain("session-token");
  return cookies(answer);
}

const cookies = (answer: Response): string => answer.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");

type Connection = { base: string; manage: string; organizationId: string; connectionId: string; token: string };

let made = 0;
async function makeConnection(): Promise<Connection> {
  const session = { cookie };
  made += 1;
  const { organization } = (await send("POST", "/v1/b2b/organizations", { organization_name: `Acme ${made}` }, session)) as { organization: { organization_id: string } };
  const organizationId = organization.organization_id;
  const { connection } = (await send("POST", `/v1/b2b/scim/${organizationId}/connection`, { display_name: "Okta", identity_provider: "okta" }, session)) as {
    connection: { connection_id: string; base_url: string; bearer_token: string };
  };
  const manage = `/v1/b2b/scim/${organizationId}/connection/${connection.connection_id}`;
  return { base: connection.base_url, manage, organizationId, connectionId: connection.connection_id, token: connection.bearer_token };
}

async function enable(connection: Connection, method: string): Promise<Record<string, string>> {
  const { credential } = (await send("POST", `${connection.manage}/sign_in_methods/${method}`, {}, { cookie })) as { credential: Record<string, string> };
  return credential;
}

const serverOf = ({ base }: Connection): oauth.AuthorizationServer => ({ issuer: base, token_endpoint: `${base}/oauth/token`, authorization_endpoint: `${base}/oauth/authorize` });
const insecure = { [oauth.allowInsecureRequests]: true };
const callScim = (connection: Connection, authorization: string, path = "/Users"): Promise<Response> => fetch(`${connection.base}${path}`, { headers: { authorization } });

describe("OAuth 2 client credentials over HTTP (RFC 6749 section 4.4, RFC 7644 section 2)", () => {
  it("gives tokens by either client authentication, which open SCIM until the method is switched off", async () => {
    const connection = await makeConnection();
    const { client_id = "", client_secret = "" } = await enable(connection, "client_credentials");
    const server = serverOf(connection);
    for (const authentication of [oauth.ClientSecretPost(client_secret), oauth.ClientSecretBasic(client_secret)]) {
      const answer = await oauth.clientCredentialsGrantRequest(server, { client_id }, authentication, { scope: "scim" }, insecure);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      const token = await oauth.processClientCredentialsResponse(server, { client_id }, answer);
      const users = await callScim(connection, `Bearer ${token.access_token}`);
      expect([users.status, await users.json()]).toMatchObject([200, { totalResults: 0 }]);
      expect((await callScim(await makeConnection(), `Bearer ${token.access_token}`)).status).toBe(401);
    }
    const wrong = await oauth.clientCredentialsGrantRequest(server, { client_id }, oauth.ClientSecretBasic("wrong"), {}, insecure);
    expect(wrong.status).toBe(401);
    const last = await oauth.processClientCredentialsResponse(server, { client_id }, await oauth.clientCredentialsGrantRequest(server, { client_id }, oauth.ClientSecretPost(client_secret), {}, insecure));
    await send("DELETE", `${connection.manage}/sign_in_methods/client_credentials`, undefined, { cookie });
    expect((await callScim(connection, `Bearer ${last.access_token}`)).status).toBe(401);
    expect((await oauth.clientCredentialsGrantRequest(server, { client_id }, oauth.ClientSecretPost(client_secret), {}, insecure)).status).toBeGreaterThanOrEqual(400);
  });
});

describe("OAuth 2 authorization code over HTTP (RFC 6749 section 4.1)", () => {
  it("asks an admin in the portal, and then lives by its refresh token", async () => {
    const connection = await makeConnection();
    const { client_id = "", client_secret = "" } = await enable(connection, "authorization_code");
    await send("PUT", `${connection.manage}/redirect_uris`, { redirect_uris: [CALLBACK] }, { cookie });
    const server = serverOf(connection);
    const asked = { response_type: "code", client_id, redirect_uri: CALLBACK, state: "s-1", scope: "scim" };
    const authorizeUrl = `${String(server.authorization_endpoint)}?${new URLSearchParams(asked).toString()}`;

    const redirect = await fetch(authorizeUrl, { redirect: "manual" });
    expect(redirect.status).toBe(302);
    const page = String(redirect.headers.get("location"));
    const signedOut = await fetch(page, { redirect: "manual" });
    expect([signedOut.status, signedOut.headers.get("location")]).toEqual([307, expect.stringContaining("/sign-in?callbackUrl=")]);
    const consent = await (await fetch(page, { headers: { cookie } })).text();
    expect(consent).toContain("system-admin.okta.com");

    const { redirect_to } = await send("POST", `${connection.manage}/authorizations`, { ...asked, approved: true }, { cookie });
    const parameters = oauth.validateAuthResponse(server, { client_id }, new URL(String(redirect_to)), "s-1");
    const request = () => oauth.authorizationCodeGrantRequest(server, { client_id }, oauth.ClientSecretPost(client_secret), parameters, CALLBACK, oauth.nopkce, insecure);
    const token = await oauth.processAuthorizationCodeResponse(server, { client_id }, await request());
    expect(token.refresh_token).toBeDefined();
    expect((await callScim(connection, `Bearer ${token.access_token}`)).status).toBe(200);

    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await oauth.refreshTokenGrantRequest(server, { client_id }, oauth.ClientSecretBasic(client_secret), String(token.refresh_token), insecure);
      const renewed = await oauth.processRefreshTokenResponse(server, { client_id }, answer);
      expect((await callScim(connection, `Bearer ${renewed.access_token}`)).status).toBe(200);
    }
    expect((await callScim(connection, `Bearer ${String(token.refresh_token)}`)).status).toBe(401);

    expect((await request()).status).toBe(400);
    expect((await callScim(connection, `Bearer ${token.access_token}`)).status).toBe(401);
  });

  it("sends a refusal back to the IdP, and nobody anywhere for an address that was not agreed", async () => {
    const connection = await makeConnection();
    const { client_id = "" } = await enable(connection, "authorization_code");
    await send("PUT", `${connection.manage}/redirect_uris`, { redirect_uris: [CALLBACK] }, { cookie });
    const asked = { response_type: "code", client_id, redirect_uri: CALLBACK, state: "s-2" };
    const { redirect_to } = await send("POST", `${connection.manage}/authorizations`, { ...asked, approved: false }, { cookie });
    expect(Object.fromEntries(new URL(String(redirect_to)).searchParams)).toMatchObject({ error: "access_denied", state: "s-2" });
    const evil = { ...asked, redirect_uri: "https://evil.example/callback" };
    await expect(send("POST", `${connection.manage}/authorizations`, { ...evil, approved: true }, { cookie })).rejects.toThrow("400");
    await expect(send("POST", `${connection.manage}/authorizations`, { ...asked, approved: true })).rejects.toThrow("401");
    await expect(send("POST", `${connection.manage}/authorizations`, { ...asked, approved: true }, { cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" })).rejects.toThrow("403");
  });
});

describe("Sign-in methods are on or off (RFC 7644 section 2)", () => {
  it("Basic works where it is switched on, and only there", async () => {
    const connection = await makeConnection();
    const guess = `Basic ${Buffer.from("scim:guess").toString("base64")}`;
    expect((await callScim(connection, guess)).status).toBe(401);
    const { user_name = "", password = "" } = await enable(connection, "basic");
    const right = `Basic ${Buffer.from(`${user_name}:${password}`).toString("base64")}`;
    expect((await callScim(connection, right)).status).toBe(200);
    expect((await callScim(connection, guess)).status).toBe(401);
    const config = (await (await callScim(connection, right, "/ServiceProviderConfig")).json()) as { authenticationSchemes: { type: string }[] };
    expect(config.authenticationSchemes.map(({ type }) => type).sort()).toEqual(["httpbasic", "oauthbearertoken"]);
    expect((await callScim(await makeConnection(), right)).status).toBe(401);
    await send("DELETE", `${connection.manage}/sign_in_methods/basic`, undefined, { cookie });
    const refused = await callScim(connection, right);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ status: "401", schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"] });
    expect((await callScim(connection, `Bearer ${connection.token}`)).status).toBe(200);
  });
});
