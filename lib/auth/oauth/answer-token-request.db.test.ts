import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from "jose";
import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/scim/[connection]/oauth/authorize/route";
import { POST } from "@/app/api/scim/[connection]/oauth/token/route";
import { decideAuthorization } from "@/lib/auth/oauth/decide-authorization";
import { readAuthorizationRequest } from "@/lib/auth/oauth/read-authorization-request";
import { addCredential } from "@/lib/connections/sign-in-methods/add-credential";
import { disableSignInMethod } from "@/lib/connections/sign-in-methods/disable-sign-in-method";
import { enableSignInMethod } from "@/lib/connections/sign-in-methods/enable-sign-in-method";
import { getSignInMethods } from "@/lib/connections/sign-in-methods/get-sign-in-methods";
import { revokeCredential } from "@/lib/connections/sign-in-methods/revoke-credential";
import { setRedirectUris } from "@/lib/connections/sign-in-methods/set-redirect-uris";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";

const OKTA = "https://system-admin.okta.com/admin/app/cpc/acme_scim/oauth/callback";

let acme: Tenant;
let other: Tenant;

beforeAll(async () => {
  [acme, other] = await Promise.all([createTenant({ name: "Acme" }), createTenant({ name: "Other" })]);
});

/** An independent OAuth client, whose requests go to the route handlers. */
function clientOf(tenant: Tenant) {
  const base = `${env().publicUrl}/api/scim/${tenant.connectionId}/oauth`;
  const server: oauth.AuthorizationServer = { issuer: base, token_endpoint: `${base}/token`, authorization_endpoint: `${base}/authorize` };
  const params = Promise.resolve({ connection: tenant.connectionId });
  const options = {
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: (url: string, init: RequestInit) => POST(new Request(url, init), { params }),
  };
  return { server, options, params, base };
}

async function enableClient(tenant: Tenant, method: "client_credentials" | "authorization_code") {
  const issued = await enableSignInMethod(tenant.organizationScope, tenant.connectionId, method);
  if (!("clientSecret" in issued) || issued.clientSecret === undefined) throw new Error("no secret was issued");
  return { id: issued.clientId, secret: issued.clientSecret };
}

async function liveTokens(tenant: Tenant): Promise<string[]> {
  const { rows } = await pool().query<{ kind: string }>(
    "SELECT kind FROM connection_token WHERE connection_id = $1 AND kind::text LIKE 'oauth%' AND revoked_at IS NULL ORDER BY kind",
    [tenant.connectionId],
  );
  return rows.map((row) => row.kind);
}

describe("Client credentials (RFC 6749 section 4.4)", () => {
  let client: { id: string; secret: string };
  beforeAll(async () => {
    client = await enableClient(acme, "client_credentials");
  });

  const ask = async (auth: oauth.ClientAuth, tenant = acme) => {
    const { server, options } = clientOf(tenant);
    const response = await oauth.clientCredentialsGrantRequest(server, { client_id: client.id }, auth, {}, options);
    return oauth.processClientCredentialsResponse(server, { client_id: client.id }, response);
  };

  it("gives a bearer token for two hours and no refresh token, whether the secret comes in the body or by Basic", async () => {
    for (const auth of [oauth.ClientSecretPost(client.secret), oauth.ClientSecretBasic(client.secret)]) {
      const token = await ask(auth);
      expect(token).toMatchObject({ token_type: "bearer", scope: "scim" });
      // The library rounds what is left down to whole seconds.
      expect(token.expires_in).toBeGreaterThan(7190);
      expect(token.expires_in).toBeLessThanOrEqual(7200);
      expect(token.refresh_token).toBeUndefined();
      expect(token.access_token.length).toBeGreaterThanOrEqual(43);
    }
  });

  it("stores only the hash of what it gave", async () => {
    const token = await ask(oauth.ClientSecretPost(client.secret));
    const { rows } = await pool().query<{ found: boolean }>(
      "SELECT bool_or(t::text LIKE '%' || $1 || '%') AS found FROM connection_token t",
      [token.access_token],
    );
    expect(rows[0]?.found).toBe(false);
  });

  it("refuses a wrong secret with 401 invalid_client", async () => {
    await expect(ask(oauth.ClientSecretPost("wrong"))).rejects.toMatchObject({ error: "invalid_client", status: 401 });
    await expect(ask(oauth.ClientSecretBasic("wrong"))).rejects.toMatchObject({ status: 401 });
  });

  it("refuses a right secret at another organization's endpoint", async () => {
    await enableClient(other, "client_credentials");
    await expect(ask(oauth.ClientSecretPost(client.secret), other)).rejects.toMatchObject({ error: "invalid_client", status: 401 });
  });

  it("takes two secrets at once, so that a rotation has no gap, and refuses the revoked one", async () => {
    const added = await addCredential(acme.organizationScope, acme.connectionId, "client_secret");
    if (!("clientSecret" in added) || added.clientSecret === undefined) throw new Error("no secret was added");
    await expect(addCredential(acme.organizationScope, acme.connectionId, "client_secret")).rejects.toMatchObject({ code: "too_many_credentials" });
    await ask(oauth.ClientSecretPost(client.secret));
    await ask(oauth.ClientSecretPost(added.clientSecret));
    const { clientSecrets } = await getSignInMethods(acme.organizationScope, acme.connectionId);
    const [oldest, newest] = clientSecrets;
    expect(newest?.lastFour).toBe(added.clientSecret.slice(-4));
    await revokeCredential(acme.organizationScope, acme.connectionId, oldest?.id ?? "");
    await expect(ask(oauth.ClientSecretPost(client.secret))).rejects.toMatchObject({ error: "invalid_client" });
    client.secret = added.clientSecret;
    await expect(revokeCredential(acme.organizationScope, acme.connectionId, newest?.id ?? "")).rejects.toMatchObject({ code: "credential_not_found" });
  });

  it("ends every token with the method", async () => {
    await ask(oauth.ClientSecretPost(client.secret));
    expect(await liveTokens(acme)).not.toEqual([]);
    await disableSignInMethod(acme.organizationScope, acme.connectionId, "client_credentials");
    expect(await liveTokens(acme)).toEqual([]);
    await expect(ask(oauth.ClientSecretPost(client.secret))).rejects.toMatchObject({ error: "invalid_client" });
  });

  it("answers bad requests in the words of RFC 6749 section 5.2", async () => {
    const { base, params } = clientOf(acme);
    const post = async (body: string) => POST(new Request(`${base}/token`, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" } }), { params });
    const none = await post("grant_type=client_credentials");
    expect([none.status, await none.json()]).toMatchObject([401, { error: "invalid_client" }]);
    expect(none.headers.get("cache-control")).toBe("no-store");
  });
});

describe("Authorization code with refresh (RFC 6749 sections 4.1 and 6), as Okta uses it", () => {
  let client: { id: string; secret: string };
  beforeAll(async () => {
    client = await enableClient(acme, "authorization_code");
  });

  const asked = (redirect_uri = OKTA) => ({ response_type: "code", client_id: client.id, redirect_uri, state: "s-1" });

  const consent = async (redirectUri = OKTA, more = {}) =>
    new URL(await decideAuthorization(acme.organizationScope, acme.connectionId, { ...asked(redirectUri), ...more, approved: true }));

  const trade = async (callback: URL, redirectUri = OKTA, verifier: string | typeof oauth.nopkce = oauth.nopkce) => {
    const { server, options } = clientOf(acme);
    const checked = oauth.validateAuthResponse(server, { client_id: client.id }, callback, "s-1");
    const auth = oauth.ClientSecretPost(client.secret);
    const response = await oauth.authorizationCodeGrantRequest(server, { client_id: client.id }, auth, checked, redirectUri, verifier, options);
    return oauth.processAuthorizationCodeResponse(server, { client_id: client.id }, response);
  };

  const refresh = async (token: string) => {
    const { server, options } = clientOf(acme);
    const auth = oauth.ClientSecretPost(client.secret);
    const response = await oauth.refreshTokenGrantRequest(server, { client_id: client.id }, auth, token, options);
    return oauth.processRefreshTokenResponse(server, { client_id: client.id }, response);
  };

  it("sends the browser from the authorization endpoint to the consent page with the request kept", async () => {
    const { base, params } = clientOf(acme);
    const answer = await GET(new Request(`${base}/authorize?${new URLSearchParams(asked()).toString()}`), { params });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toMatch(new RegExp(`/connect/${acme.connectionId}\\?response_type=code&client_id=${client.id}`));
  });

  it("trades a code for an access and a refresh token without PKCE, and keeps the refresh token over refreshes", async () => {
    const token = await trade(await consent());
    expect(token.refresh_token).toBeTypeOf("string");
    const first = await refresh(token.refresh_token ?? "");
    expect(first.refresh_token ?? token.refresh_token).toBe(token.refresh_token);
    const second = await refresh(token.refresh_token ?? "");
    expect(new Set([token.access_token, first.access_token, second.access_token]).size).toBe(3);
  });

  it("checks PKCE when the client uses it", async () => {
    const verifier = oauth.generateRandomCodeVerifier();
    const challenge = { code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256" };
    await trade(await consent(OKTA, challenge), OKTA, verifier);
    await expect(trade(await consent(OKTA, challenge), OKTA, oauth.generateRandomCodeVerifier())).rejects.toMatchObject({ error: "invalid_grant" });
  });

  it("refuses a code's second use and then ends what the first one gave", async () => {
    const callback = await consent();
    const token = await trade(callback);
    await expect(trade(callback)).rejects.toMatchObject({ error: "invalid_grant" });
    await expect(refresh(token.refresh_token ?? "")).rejects.toMatchObject({ error: "invalid_grant" });
  });

  it("gives tokens to one only of two requests with the same code", async () => {
    const callback = await consent();
    const settled = await Promise.allSettled([trade(callback), trade(callback)]);
    expect(settled.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
  });

  it("refuses a redirect URI that is not Okta's and was not added, before and after consent", async () => {
    for (const uri of ["https://evil.example/callback", `${OKTA}/more`, OKTA.replace("okta.com", "okta.com.evil.example")]) {
      expect(await readAuthorizationRequest(acme.connectionId, asked(uri))).toEqual({ problem: "redirect_uri" });
      await expect(consent(uri)).rejects.toMatchObject({ code: "oauth_request_refused" });
    }
    const added = "https://acme.okta-gov.com/admin/app/cpc/x/oauth/callback";
    await setRedirectUris(acme.organizationScope, acme.connectionId, [added]);
    expect(await readAuthorizationRequest(acme.connectionId, asked(added))).toMatchObject({ connectionId: acme.connectionId });
    await expect(trade(await consent(added), OKTA)).rejects.toMatchObject({ error: "invalid_request" });
    await trade(await consent(added), added);
  });

  it("tells the IdP when the admin says no", async () => {
    const callback = new URL(await decideAuthorization(acme.organizationScope, acme.connectionId, { ...asked(), approved: false }));
    expect(callback.searchParams.get("error")).toBe("access_denied");
    expect(callback.searchParams.get("state")).toBe("s-1");
    expect(callback.searchParams.get("code")).toBeNull();
  });
});

describe("Workload identity federation (Entra)", () => {
  let keys: Server;
  let privateKey: CryptoKey;
  let federation: { issuer: string; jwks_url: string; subject: string; audience: string };
  let clientId: string;

  beforeAll(async () => {
    const pair = await generateKeyPair("RS256");
    privateKey = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "RS256", use: "sig" };
    keys = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => keys.listen(0, "127.0.0.1", resolve));
    const host = `127.0.0.1:${(keys.address() as AddressInfo).port}`;
    env().federationHosts.push(host);
    federation = {
      issuer: "https://login.microsoftonline.com/7f2c/v2.0",
      jwks_url: `http://${host}/keys`,
      subject: "5a6b",
      audience: "api://acme/.default",
    };
    const issued = await enableSignInMethod(acme.organizationScope, acme.connectionId, "federation", federation);
    clientId = "clientId" in issued ? issued.clientId : "";
  });
  afterAll(() => keys.close());

  const sign = (claims: { iss?: string; sub?: string; aud?: string; exp?: number } = {}) =>
    new SignJWT({ tid: "7f2c", ver: "2.0" })
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .setIssuer(claims.iss ?? federation.issuer)
      .setSubject(claims.sub ?? federation.subject)
      .setAudience(claims.aud ?? "api://acme")
      .setIssuedAt()
      .setNotBefore("0s")
      .setExpirationTime(claims.exp ?? "1h")
      .sign(privateKey);

  const ask = async (assertion: string) => {
    const { base, params } = clientOf(acme);
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
      scope: "scim",
    });
    const response = await POST(new Request(`${base}/token`, { method: "POST", body }), { params });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it("trades Entra's assertion for a token, with either form of the audience", async () => {
    for (const aud of ["api://acme", "api://acme/.default"]) {
      expect(await ask(await sign({ aud }))).toMatchObject({ status: 200, body: { token_type: "Bearer", expires_in: 7200 } });
    }
  });

  it("refuses another issuer, subject, audience, an expired and a foreign signature, and names what differs", async () => {
    const refused = async (assertion: string, told: string) =>
      expect(await ask(assertion)).toMatchObject({ status: 401, body: { error: "invalid_client", error_description: expect.stringContaining(told) as string } });
    await refused(await sign({ iss: "https://login.microsoftonline.com/evil/v2.0" }), '"iss"');
    await refused(await sign({ sub: "someone" }), '"sub"');
    await refused(await sign({ aud: "api://else" }), '"aud"');
    await refused(await sign({ exp: Math.floor(Date.now() / 1000) - 3600 }), '"exp"');
    const foreign = await generateKeyPair("RS256");
    const forged = await new SignJWT({}).setProtectedHeader({ alg: "RS256", kid: "k1" }).setIssuer(federation.issuer).setSubject(federation.subject).setAudience("api://acme").setExpirationTime("1h").sign(foreign.privateKey);
    await refused(forged, "signature");
    await refused("not-a-jwt", "refused");
  });

  it("fetches keys from Microsoft's hosts only", async () => {
    const evil = { ...federation, jwks_url: "http://169.254.169.254/keys" };
    await expect(enableSignInMethod(other.organizationScope, other.connectionId, "federation", evil)).rejects.toMatchObject({ code: "jwks_url_not_allowed" });
    expect((await getSignInMethods(other.organizationScope, other.connectionId)).enabled).not.toContain("federation");
  });
});

describe("Sign-in methods of a connection", () => {
  it("does not let the last one be switched off", async () => {
    const tenant = await createTenant({ name: "Lone" });
    await expect(disableSignInMethod(tenant.organizationScope, tenant.connectionId, "bearer")).rejects.toMatchObject({ code: "last_sign_in_method" });
  });

  it("does not exist for another organization", async () => {
    await expect(getSignInMethods(other.organizationScope, acme.connectionId)).rejects.toMatchObject({ kind: "not_found" });
    await expect(enableSignInMethod(other.organizationScope, acme.connectionId, "basic")).rejects.toMatchObject({ kind: "not_found" });
  });
});
