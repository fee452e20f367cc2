import { beforeAll, describe, expect, it } from "vitest";
import { disableSignInMethod } from "@/lib/connections/sign-in-methods/disable-sign-in-method";
import { enableSignInMethod } from "@/lib/connections/sign-in-methods/enable-sign-in-method";
import { answerScimRequest } from "@/lib/http/scim-desk";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { POST } from "@/app/api/scim/[connection]/oauth/token/route";

let acme: Tenant;
let other: Tenant;

beforeAll(async () => {
  [acme, other] = await Promise.all([createTenant({ name: "Acme" }), createTenant({ name: "Other" })]);
});

const get = (tenant: Tenant, authorization: string | undefined, path = "/Users") =>
  answerScimRequest({
    connectionId: tenant.connectionId,
    method: "GET",
    path,
    query: "",
    headers: { authorization },
    body: () => Promise.resolve(null),
    remoteAddress: null,
  });

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

async function schemesOf(tenant: Tenant): Promise<string[]> {
  const { body } = await get(tenant, `Bearer ${tenant.token}`, "/ServiceProviderConfig");
  const config = JSON.parse(body ?? "") as { authenticationSchemes: { type: string }[] };
  return config.authenticationSchemes.map(({ type }) => type);
}

describe("Ways for an IdP to sign in", () => {
  it("takes the bearer token in every form that IdPs send it", async () => {
    for (const form of [`Bearer ${acme.token}`, acme.token, `bearer ${acme.token}`, `Bearer Bearer ${acme.token}`, `  Bearer   ${acme.token}  `]) {
      expect((await get(acme, form)).status, form).toBe(200);
    }
    expect((await get(other, `Bearer ${acme.token}`)).status).toBe(401);
  });

  it("takes Basic once it is on, only as Basic, and no longer when it is off", async () => {
    const issued = await enableSignInMethod(acme.organizationScope, acme.connectionId, "basic");
    if (!("password" in issued)) throw new Error("no password was issued");
    const header = basic(issued.userName, issued.password);
    expect((await get(acme, header)).status).toBe(200);
    expect(await schemesOf(acme)).toEqual(["oauthbearertoken", "httpbasic"]);
    expect((await get(acme, `Bearer ${issued.userName}:${issued.password}`)).status).toBe(401);
    expect((await get(acme, basic(issued.userName, "wrong"))).status).toBe(401);
    expect((await get(acme, basic(acme.token, ""))).status).toBe(401);
    expect((await get(other, header)).status).toBe(401);
    await disableSignInMethod(acme.organizationScope, acme.connectionId, "basic");
    expect((await get(acme, header)).status).toBe(401);
  });

  it("takes access tokens of the token endpoint until the method is off, and never a refresh token or a client secret", async () => {
    const issued = await enableSignInMethod(acme.organizationScope, acme.connectionId, "client_credentials");
    if (!("clientSecret" in issued)) throw new Error("no secret was issued");
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: issued.clientId, client_secret: issued.clientSecret ?? "" });
    const response = await POST(new Request("http://rollcall.test/token", { method: "POST", body }), {
      params: Promise.resolve({ connection: acme.connectionId }),
    });
    const { access_token } = (await response.json()) as { access_token: string };
    expect((await get(acme, `Bearer ${access_token}`)).status).toBe(200);
    expect((await get(other, `Bearer ${access_token}`)).status).toBe(401);
    expect((await get(acme, `Bearer ${issued.clientSecret ?? ""}`)).status).toBe(401);
    expect(await schemesOf(acme)).toEqual(["oauthbearertoken", "oauth2"]);
    await disableSignInMethod(acme.organizationScope, acme.connectionId, "client_credentials");
    expect((await get(acme, `Bearer ${access_token}`)).status).toBe(401);
  });

  it("stops the bearer token when bearer is switched off in favour of another method", async () => {
    await enableSignInMethod(other.organizationScope, other.connectionId, "basic");
    await disableSignInMethod(other.organizationScope, other.connectionId, "bearer");
    expect((await get(other, `Bearer ${other.token}`)).status).toBe(401);
    const issued = await enableSignInMethod(other.organizationScope, other.connectionId, "bearer");
    if (!("bearerToken" in issued)) throw new Error("no token was issued");
    expect((await get(other, `Bearer ${issued.bearerToken}`)).status).toBe(200);
    expect((await get(other, `Bearer ${other.token}`)).status).toBe(401);
  });
});
