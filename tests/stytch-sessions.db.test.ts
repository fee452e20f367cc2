import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as stytch from "stytch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCredential } from "@/lib/auth/create-credential";
import { createRole } from "@/lib/directory/roles/create-role";
import { pool } from "@/lib/db/client";
import { keepSigningKeys } from "@/lib/directory/sessions/signing-keys/keep-signing-keys";
import { env } from "@/lib/env";
import { createTenant, installationScope, type Tenant } from "./support/create-tenant";
import { callScim } from "./support/scim-client";
import { assignRole, mapGroup } from "./support/portal-people";
import { provisionPerson, pushGroup } from "./support/seed-directory";
import { serveRoutes } from "./support/serve-routes";

let api: Awaited<ReturnType<typeof serveRoutes>>;
let client: stytch.B2BClient;
let credential: { projectId: string; secret: string };
let acme: Tenant;
let globex: Tenant;

beforeAll(async () => {
  api = await serveRoutes();
  // The issuer of JWTs is the public URL, which is where the SDK was pointed at.
  env().publicUrl = api.url;
  [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
  credential = await createCredential(installationScope, "tests");
  client = newClient();
});
afterAll(() => api.close());

const newClient = () => new stytch.B2BClient({ project_id: credential.projectId, secret: credential.secret, env: api.url });

async function refusal(work: Promise<unknown>): Promise<[number, string]> {
  const error: unknown = await work.then(() => null, (thrown: unknown) => thrown);
  if (!(error instanceof stytch.StytchError)) throw new Error("it was not refused", { cause: error });
  return [error.status_code, error.error_type];
}

type Person = { memberId: string; registrationId: string; member_id: string };
let people = 0;

async function person(tenant: Tenant, options: { email?: string; active?: boolean } = {}): Promise<Person> {
  const email = options.email ?? `person-${++people}@acme.test`;
  const made = await provisionPerson(tenant, { name: `Person ${people}`, attributes: { userName: email }, ...options, email });
  return { ...made, member_id: `member-${made.memberId}` };
}

type Minted = { member_session: stytch.B2BSessionsAuthenticateResponse["member_session"]; session_token: string; session_jwt: string };

async function mint(tenant: Tenant, { member_id }: { member_id: string }, more: Record<string, unknown> = {}): Promise<Minted> {
  const { status, body } = await post("/v1/b2b/sessions", { organization_id: `organization-${tenant.organizationId}`, member_id, ...more });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as unknown as Minted;
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const basic = Buffer.from(`${credential.projectId}:${credential.secret}`).toString("base64");
  const response = await fetch(`${api.url}${path}`, { method: "POST", headers: { authorization: `Basic ${basic}`, ...headers }, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const deactivate = (tenant: Tenant, { registrationId }: Person) =>
  callScim(tenant, "PATCH", `/Users/${registrationId}`, {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    Operations: [{ op: "replace", path: "active", value: false }],
  });

describe("A session that the vendor's app minted", () => {
  it("is a token and a JWT that the unmodified SDK accepts, locally and remotely", async () => {
    const ada = await person(acme);
    const minted = await mint(acme, ada, { session_duration_minutes: 30, session_custom_claims: { tier: "gold" }, attributes: { user_agent: "Firefox", ip_address: "203.0.113.7" } });
    const local = await client.sessions.authenticateJwtLocal({ session_jwt: minted.session_jwt });
    expect(local).toMatchObject({
      member_session_id: minted.member_session.member_session_id,
      member_id: ada.member_id,
      organization_id: `organization-${acme.organizationId}`,
      organization_slug: acme.slug,
      roles: ["org_member"],
      custom_claims: { tier: "gold" },
    });
    expect(new Date(local.expires_at).getTime() - new Date(local.started_at).getTime()).toBe(30 * 60_000);
    const byToken = await client.sessions.authenticate({ session_token: minted.session_token });
    const byJwt = await client.sessions.authenticate({ session_jwt: minted.session_jwt });
    for (const answer of [byToken, byJwt]) {
      expect(answer.member_session.member_session_id).toBe(minted.member_session.member_session_id);
      expect(answer.session_token).toBe(minted.session_token);
      expect(answer.member.member_id).toBe(ada.member_id);
      expect(answer.organization.organization_slug).toBe(acme.slug);
    }
    const fresh = await client.sessions.authenticateJwt({ session_jwt: minted.session_jwt, max_token_age_seconds: 0 });
    expect(fresh.member_session.member_id).toBe(ada.member_id);
  });

  it("carries exactly the claims of the wire", async () => {
    const { session_jwt, member_session } = await mint(acme, await person(acme), { session_custom_claims: { tier: "gold" } });
    const [head, payload] = session_jwt.split(".").slice(0, 2).map((part) => JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>);
    expect(head).toMatchObject({ alg: "RS256", typ: "JWT" });
    expect(Object.keys(payload ?? {}).sort()).toEqual(["aud", "exp", "https://stytch.com/organization", "https://stytch.com/session", "iat", "iss", "nbf", "sub", "tier"]);
    expect(payload).toMatchObject({ iss: api.url, aud: [credential.projectId], sub: member_session.member_id });
    expect(Number(payload?.exp) - Number(payload?.iat)).toBe(300);
    expect(Object.keys(payload?.["https://stytch.com/session"] ?? {}).sort()).toEqual([
      "attributes", "authentication_factors", "expires_at", "id", "last_accessed_at", "roles", "started_at",
    ]);
    expect(payload?.["https://stytch.com/organization"]).toEqual({ organization_id: `organization-${acme.organizationId}`, slug: acme.slug });
  });

  it("is refused for who is not active, unknown, or of another organization", async () => {
    const away = await person(acme, { active: false });
    const theirs = await person(globex);
    const body = (member_id: string) => ({ organization_id: acme.slug, member_id });
    expect(await post("/v1/b2b/sessions", body(away.member_id))).toMatchObject({ status: 403, body: { error_type: "member_not_active" } });
    expect(await post("/v1/b2b/sessions", body(theirs.member_id))).toMatchObject({ status: 404, body: { error_type: "member_not_found" } });
    expect(await post("/v1/b2b/sessions", body("member-00000000-0000-7000-8000-00000000dead"))).toMatchObject({ status: 404 });
    expect(await post("/v1/b2b/sessions", { ...body(theirs.member_id), session_custom_claims: { sub: "me" } })).toMatchObject({ status: 400 });
    expect(await post("/v1/b2b/sessions", { ...body(theirs.member_id), session_duration_minutes: 1 })).toMatchObject({ status: 400 });
  });

  it("is extended and changes its claims when asked: merged, removed by null, four kilobytes at most", async () => {
    const { session_token, member_session } = await mint(acme, await person(acme), { session_duration_minutes: 5, session_custom_claims: { a: 1, b: { c: null } } });
    const touched = await client.sessions.authenticate({ session_token });
    expect(touched.member_session.expires_at).toBe(member_session.expires_at);
    const extended = await client.sessions.authenticate({ session_token, session_duration_minutes: 60, session_custom_claims: { a: null, d: "x" } });
    expect(extended.member_session.custom_claims).toEqual({ b: { c: null }, d: "x" });
    expect(new Date(extended.member_session.expires_at).getTime()).toBeGreaterThan(Date.now() + 59 * 60_000);
    const large = { filler: "x".repeat(4080) };
    expect(await refusal(client.sessions.authenticate({ session_token, session_custom_claims: large }))).toEqual([400, "session_custom_claims_too_large"]);
    expect((await client.sessions.authenticate({ session_token })).member_session.custom_claims).toEqual({ b: { c: null }, d: "x" });
  });

  it("never lasts longer than the organization allows", async () => {
    await pool().query("UPDATE organization SET session_minutes = 10 WHERE id = $1", [globex.organizationId]);
    const minutes = ({ member_session }: Pick<Minted, "member_session">) => Math.round((new Date(member_session.expires_at).getTime() - Date.now()) / 60_000);
    const theirs = await person(globex);
    expect(minutes(await mint(globex, theirs))).toBe(10);
    const long = await mint(globex, theirs, { session_duration_minutes: 600 });
    expect(minutes(long)).toBe(10);
    expect(minutes(await client.sessions.authenticate({ session_token: long.session_token, session_duration_minutes: 600 }))).toBe(10);
    expect(minutes(await mint(acme, await person(acme)))).toBe(60);
  });
});

describe("authorization_check", () => {
  it("gives the roles that allow an action, or 403, the same locally and remotely", async () => {
    const admin = await person(acme);
    await assignRole(acme, admin.memberId, "org_admin");
    const [boss, plain] = [await mint(acme, admin), await mint(acme, await person(acme))];
    const check = { organization_id: `organization-${acme.organizationId}`, resource_id: "stytch.scim", action: "create" };
    const allowed = await client.sessions.authenticate({ session_token: boss.session_token, authorization_check: check });
    expect(allowed.verdict).toEqual({ authorized: true, granting_roles: ["org_admin"] });
    await client.sessions.authenticateJwtLocal({ session_jwt: boss.session_jwt, authorization_check: check });
    const before = await client.sessions.get({ organization_id: acme.slug, member_id: plain.member_session.member_id });
    expect(await refusal(client.sessions.authenticate({ session_token: plain.session_token, session_duration_minutes: 500, authorization_check: check }))).toEqual([403, "session_authorization_error"]);
    expect(await client.sessions.get({ organization_id: acme.slug, member_id: plain.member_session.member_id })).toMatchObject({ member_sessions: before.member_sessions });
    await expect(client.sessions.authenticateJwtLocal({ session_jwt: plain.session_jwt, authorization_check: check })).rejects.toThrow("does not have permission");
    const elsewhere = { ...check, organization_id: `organization-${globex.organizationId}` };
    expect(await refusal(client.sessions.authenticate({ session_token: boss.session_token, authorization_check: elsewhere }))).toEqual([403, "session_authorization_error"]);
  });
});

describe("An ended session", () => {
  it("is refused by token and by JWT from the moment that the IdP deactivates the member, and stays so after the return", async () => {
    const leaver = await person(acme);
    const { session_token, session_jwt } = await mint(acme, leaver);
    expect((await deactivate(acme, leaver)).status).toBe(200);
    for (const key of [{ session_token }, { session_jwt }]) expect(await refusal(client.sessions.authenticate(key))).toEqual([401, "session_ended"]);
    expect(await refusal(client.sessions.authenticateJwt({ session_jwt, max_token_age_seconds: 0 }))).toEqual([401, "session_ended"]);
    await pool().query("UPDATE member SET status = 'active' WHERE id = $1", [leaver.memberId]);
    expect(await refusal(client.sessions.authenticate({ session_token }))).toEqual([401, "session_ended"]);
  });

  it.each(["member_session_id", "session_token", "session_jwt", "member_id"] as const)("was revoked by %s", async (by) => {
    const somebody = await person(acme);
    const [one, other] = [await mint(acme, somebody), await mint(acme, somebody)];
    await client.sessions.revoke({ [by]: { ...one, ...one.member_session }[by] });
    await client.sessions.revoke({ [by]: { ...one, ...one.member_session }[by] });
    expect(await refusal(client.sessions.authenticate({ session_token: one.session_token }))).toEqual([401, "session_ended"]);
    const left = await client.sessions.get({ organization_id: acme.slug, member_id: somebody.member_id });
    expect(left.member_sessions.map((session) => session.member_session_id)).toEqual(by === "member_id" ? [] : [other.member_session.member_session_id]);
  });

  it("has expired, or never was", async () => {
    const { session_token, session_jwt, member_session } = await mint(acme, await person(acme));
    await pool().query("UPDATE member_session SET expires_at = now() - interval '1 second' WHERE id = $1", [member_session.member_session_id.slice(15)]);
    expect(await refusal(client.sessions.authenticate({ session_token }))).toEqual([401, "session_expired"]);
    expect(await refusal(client.sessions.authenticate({ session_jwt }))).toEqual([401, "session_expired"]);
    expect(await refusal(client.sessions.authenticate({ session_token: "unknown" }))).toEqual([404, "session_not_found"]);
    expect(await refusal(client.sessions.revoke({ member_session_id: "member-session-nonsense" }))).toEqual([404, "session_not_found"]);
    expect(await refusal(client.sessions.revoke({}))).toEqual([400, "invalid_request"]);
  });
});

it("A role that changes is in the next JWT", async () => {
  const ada = await person(acme);
  const group = await pushGroup(acme, "Administrators", [ada]);
  const { session_jwt } = await mint(acme, ada);
  expect((await client.sessions.authenticateJwtLocal({ session_jwt })).roles).toEqual(["org_member"]);
  await mapGroup(acme, group, "org_admin");
  const refreshed = await client.sessions.authenticateJwt({ session_jwt, max_token_age_seconds: 0 });
  expect((await client.sessions.authenticateJwtLocal({ session_jwt: refreshed.session_jwt })).roles.sort()).toEqual(["org_admin", "org_member"]);
});

describe("Signing keys", () => {
  const jwks = async () => (await client.sessions.getJWKS({ project_id: credential.projectId })).keys.map((key) => key.kid);

  it("are open to anyone, for this project only, and may be kept for five minutes", async () => {
    const response = await fetch(`${api.url}/v1/b2b/sessions/jwks/${credential.projectId}`);
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "public, max-age=300"]);
    expect(JSON.stringify(await response.json())).not.toMatch(/"(d|p|q|dp|dq|qi)"/);
    expect((await fetch(`${api.url}/v1/b2b/sessions/jwks/project-unknown`)).status).toBe(404);
  });

  it("rotate with overlap: the next one was published before, the old one stays good", async () => {
    const old = await mint(acme, await person(acme));
    const verifier = newClient();
    await verifier.sessions.authenticateJwtLocal({ session_jwt: old.session_jwt });
    const before = await jwks();
    expect(before).toHaveLength(2);
    expect(await post("/v1/b2b/signing_keys/rotate", {})).toMatchObject({ status: 409, body: { error_type: "signing_key_too_new" } });
    await pool().query("UPDATE signing_key SET created_at = created_at - interval '1 hour'");
    expect((await post("/v1/b2b/signing_keys/rotate", {})).status).toBe(200);
    expect(await jwks()).toEqual(expect.arrayContaining(before));
    const fresh = await mint(acme, await person(acme));
    const kid = (jwt: string) => (JSON.parse(Buffer.from(jwt.split(".")[0] ?? "", "base64url").toString()) as { kid: string }).kid;
    expect([before.includes(kid(fresh.session_jwt)), kid(fresh.session_jwt) === kid(old.session_jwt)]).toEqual([true, false]);
    // The verifier fetched its keys before the rotation and knows the new signer already.
    for (const { session_jwt } of [old, fresh]) await verifier.sessions.authenticateJwtLocal({ session_jwt });
    expect((await client.sessions.authenticate({ session_jwt: old.session_jwt })).session_token).toBe(old.session_token);
    const withdrawn = await post(`/v1/b2b/signing_keys/${kid(old.session_jwt)}/withdraw`, {});
    expect([withdrawn.status, (await jwks()).includes(kid(old.session_jwt))]).toEqual([200, false]);
    expect(await refusal(client.sessions.authenticate({ session_jwt: old.session_jwt }))).toEqual([401, "invalid_session_jwt"]);
  });

  it("rotate by themselves when the current one has signed long enough, once however many look", async () => {
    const before = await jwks();
    await pool().query("UPDATE signing_key SET activated_at = now() - interval '91 days', created_at = created_at - interval '91 days' WHERE state <> 'retired'");
    await Promise.all(Array.from({ length: 5 }, () => keepSigningKeys()));
    expect(await jwks()).toHaveLength(before.length + 1);
    const told = await pool().query("SELECT actor_type, actor_label, before, after FROM audit_entry WHERE action = 'signing_key.rotate' ORDER BY id DESC LIMIT 1");
    expect(told.rows).toMatchObject([{ actor_type: "system", actor_label: "Rollcall", before: { current: expect.any(String) as string }, after: { current: expect.any(String) as string } }]);
    const { rows } = await pool().query("SELECT state, count(*)::int AS count FROM signing_key WHERE state <> 'retired' GROUP BY state ORDER BY state");
    expect(rows).toEqual([{ state: "next", count: 1 }, { state: "current", count: 1 }]);
  });

  it("are sealed at rest", async () => {
    const { rows } = await pool().query<{ ciphertext: Buffer }>("SELECT ciphertext FROM signing_key");
    for (const { ciphertext } of rows) expect(ciphertext.toString("latin1")).not.toContain("PRIVATE KEY");
  });

  it("no JWT of another key, issuer or project is taken", async () => {
    const { session_jwt, member_session } = await mint(acme, await person(acme));
    const { privateKey } = await generateKeyPair("RS256");
    const kid = (JSON.parse(Buffer.from(session_jwt.split(".")[0] ?? "", "base64url").toString()) as { kid: string }).kid;
    const forged = await new SignJWT({ "https://stytch.com/session": { id: member_session.member_session_id } })
      .setProtectedHeader({ alg: "RS256", kid, typ: "JWT" }).setIssuer(api.url).setAudience(credential.projectId).setIssuedAt().sign(privateKey);
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url")}.${session_jwt.split(".")[1]}.`;
    for (const jwt of [forged, none, "x.y.z", "nonsense"]) expect(await refusal(client.sessions.authenticate({ session_jwt: jwt }))).toEqual([401, "invalid_session_jwt"]);
  });
});

describe("A trusted issuer's JWT", () => {
  let keys: Server;
  let jwksUrl: string;
  let privateKey: CryptoKey;
  let profile: string;

  beforeAll(async () => {
    const pair = await generateKeyPair("ES256", { extractable: true });
    privateKey = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "ES256" };
    keys = createServer((request, response) => {
      if (request.url === "/moved") response.writeHead(302, { location: "/keys" }).end();
      else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys: [jwk] }));
    });
    await new Promise<void>((listening) => keys.listen(0, "127.0.0.1", listening));
    const host = `127.0.0.1:${(keys.address() as AddressInfo).port}`;
    jwksUrl = `http://${host}/keys`;
    env().issuerHosts = [host];
    profile = await trust({});
  });
  afterAll(() => keys.close());

  async function trust(change: Record<string, string>): Promise<string> {
    const content = { issuer: "https://login.vendor.test", audience: "rollcall", jwks_url: jwksUrl, member_claim: "email", claim_name: "email", ...change };
    const { status, body } = await post("/v1/b2b/trusted_issuers", content);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return (body.trusted_issuer as { trusted_issuer_id: string }).trusted_issuer_id;
  }

  const sign = (claims: Record<string, unknown>, { expiresIn = "5m", audience = "rollcall", issuer = "https://login.vendor.test" } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: "k1" }).setIssuer(issuer).setAudience(audience).setIssuedAt().setExpirationTime(expiresIn).sign(privateKey);
  const attest = async (claims: Record<string, unknown>, options: Parameters<typeof sign>[1] = {}, organization = acme) =>
    client.sessions.attest({ profile_id: profile, token: await sign(claims, options), organization_id: organization.slug, session_duration_minutes: 30 });

  it("is exchanged for a session of the member with that verified e-mail address", async () => {
    const ada = await person(acme, { email: "Ada.Byron@acme.test" });
    const answer = await attest({ sub: "u1", email: "ada.byron@acme.test", email_verified: true });
    expect(answer).toMatchObject({ member_id: ada.member_id, member_session: { authentication_factors: [{ type: "trusted_auth_token", trusted_auth_token_factor: { token_id: "u1" } }] } });
    await newClient().sessions.authenticateJwtLocal({ session_jwt: answer.session_jwt });
  });

  it("is added to the session that the member has, which goes on as asked, and to nobody else's", async () => {
    const [ada, eve] = [await person(acme, { email: "attested@acme.test" }), await person(acme, { email: "eve@acme.test" })];
    const token = await sign({ sub: "u2", email: "attested@acme.test", email_verified: true });
    const of = (who: { member_id: string }) => post("/v1/b2b/sessions", { organization_id: acme.slug, member_id: who.member_id }).then(({ body }) => body as { session_token: string; session_jwt: string; member_session: { member_session_id: string } });
    const [own, foreign] = [await of(ada), await of(eve)];
    const asked = { profile_id: profile, token, organization_id: acme.slug };
    for (const key of [{ session_token: own.session_token }, { session_jwt: own.session_jwt }]) {
      const { member_session: session, session_token } = await client.sessions.attest({ ...asked, ...key, session_duration_minutes: 30, session_custom_claims: { step: "up" } });
      expect([session.member_session_id, session.custom_claims]).toEqual([own.member_session.member_session_id, { step: "up" }]);
      expect(session.authentication_factors.map(({ type }) => type)).toEqual(["imported", "trusted_auth_token"]);
      expect(session_token).toBe(own.session_token);
    }
    expect(await refusal(client.sessions.attest({ ...asked, session_token: foreign.session_token }))).toEqual([403, "session_member_mismatch"]);
    expect(await refusal(client.sessions.attest({ ...asked, session_token: "unknown" }))).toEqual([404, "session_not_found"]);
    expect(await refusal(client.sessions.attest({ ...asked, session_token: own.session_token, session_jwt: own.session_jwt }))).toEqual([400, "invalid_request"]);
    await client.sessions.revoke({ member_session_id: own.member_session.member_session_id });
    expect(await refusal(client.sessions.attest({ ...asked, session_token: own.session_token }))).toEqual([401, "session_ended"]);
  });

  it("matches nobody by an e-mail address that is not verified, whatever the token calls it", async () => {
    await person(acme, { email: "grace@acme.test" });
    for (const email_verified of [undefined, false, "false", 1, "yes", null]) {
      expect(await refusal(attest({ email: "grace@acme.test", email_verified }))).toEqual([403, "email_not_verified"]);
    }
  });

  it("is refused with a wrong audience, issuer, time, key or claim, and for who is nobody here", async () => {
    const good = { email: "grace@acme.test", email_verified: true };
    expect(await refusal(attest(good, { audience: "other" }))).toEqual([401, "invalid_trusted_token"]);
    expect(await refusal(attest(good, { issuer: "https://evil.test" }))).toEqual([401, "invalid_trusted_token"]);
    expect(await refusal(attest(good, { expiresIn: "-2m" }))).toEqual([401, "invalid_trusted_token"]);
    expect(await refusal(attest({ email_verified: true }))).toEqual([400, "trusted_token_claim_missing"]);
    expect(await refusal(attest({ email: "nobody@acme.test", email_verified: true }))).toEqual([404, "member_not_found"]);
    expect(await refusal(attest(good, {}, globex))).toEqual([404, "member_not_found"]);
    const secret = new TextEncoder().encode("shared-secret-shared-secret-shared");
    const shared = await new SignJWT(good).setProtectedHeader({ alg: "HS256", kid: "k1" }).setIssuer("https://login.vendor.test").setAudience("rollcall").setExpirationTime("5m").sign(secret);
    expect(await refusal(client.sessions.attest({ profile_id: profile, token: shared, organization_id: acme.slug }))).toEqual([401, "invalid_trusted_token"]);
    expect(await refusal(client.sessions.attest({ profile_id: "trusted-issuer-unknown", token: shared, organization_id: acme.slug }))).toEqual([404, "trusted_issuer_not_found"]);
  });

  it("guesses nobody among several, and takes the one in use", async () => {
    const [used] = [await person(acme, { email: "twin@acme.test" }), await person(acme, { email: "twin-2@acme.test", active: false })];
    await pool().query("UPDATE member SET email_key = 'twin@acme.test' WHERE email = 'twin-2@acme.test'");
    expect((await attest({ email: "twin@acme.test", email_verified: true })).member_id).toBe(used.member_id);
    await pool().query("UPDATE member SET status = 'active' WHERE email = 'twin-2@acme.test'");
    expect(await refusal(attest({ email: "twin@acme.test", email_verified: true }))).toEqual([409, "member_ambiguous"]);
  });

  it("names a member by external id where the issuer was set up so", async () => {
    const ada = await person(acme);
    await pool().query("UPDATE member SET external_id = 'crm-77' WHERE id = $1", [ada.memberId]);
    const byId = await trust({ audience: "by-id", member_claim: "external_id", claim_name: "sub" });
    const token = await sign({ sub: "crm-77" }, { audience: "by-id" });
    expect((await client.sessions.attest({ profile_id: byId, token, organization_id: acme.slug })).member_id).toBe(ada.member_id);
  });

  it("has its keys fetched only from where the operator allows: no http, no private address, no redirect", async () => {
    await expect(trust({ audience: "a", jwks_url: "http://keys.example.com/jwks" })).rejects.toThrow("jwks_url_not_allowed");
    for (const [audience, jwks_url] of [["b", "https://127.0.0.1:9/keys"], ["c", "https://localhost:9/keys"], ["d", jwksUrl.replace("/keys", "/moved")]] as const) {
      const token = await sign({ email: "grace@acme.test", email_verified: true }, { audience });
      const profile_id = await trust({ audience, jwks_url });
      expect(await refusal(client.sessions.attest({ profile_id, token, organization_id: acme.slug }))).toEqual([503, "issuer_keys_unavailable"]);
    }
  });
});

describe("Calls on behalf of a member (X-Stytch-Member-Session)", () => {
  const as = ({ session_token }: { session_token: string }) => ({ authorization: { session_token } });
  const asJwt = ({ session_jwt }: { session_jwt: string }) => ({ authorization: { session_jwt } });
  let connection_id: string;
  let organization_id: string;

  beforeAll(async () => {
    organization_id = `organization-${acme.organizationId}`;
    connection_id = `scim-connection-${acme.connectionId}`;
    for (const [roleId, resource_id, actions] of [["viewer", "stytch.scim", ["get"]], ["keeper", "stytch.scim", ["*"]], ["mapper", "stytch.organization", ["update.settings.implicit-roles"]]] as const) {
      await createRole(installationScope, { roleId, description: "", permissions: [{ resource_id, actions: [...actions] }] });
    }
  });

  async function signedIn(...roles: string[]): Promise<Minted & Person> {
    const somebody = await person(acme);
    for (const role of roles) await assignRole(acme, somebody.memberId, role);
    return { ...somebody, ...(await mint(acme, somebody)) };
  }

  it("may do on the SCIM resource what the roles allow, by token and by JWT", async () => {
    const [plain, viewer, keeper, admin] = [await signedIn(), await signedIn("viewer"), await signedIn("keeper"), await signedIn("org_admin")];
    expect(await refusal(client.scim.connection.get({ organization_id }, as(plain)))).toEqual([403, "unauthorized_action"]);
    for (const options of [as(viewer), asJwt(viewer), as(keeper), as(admin)]) {
      expect((await client.scim.connection.get({ organization_id }, options)).connection?.connection_id).toBe(connection_id);
      await client.scim.connection.getGroups({ organization_id, connection_id }, options);
    }
    expect(await refusal(client.scim.connection.update({ organization_id, connection_id, display_name: "x" }, as(viewer)))).toEqual([403, "unauthorized_action"]);
    expect(await refusal(client.scim.connection.create({ organization_id }, as(viewer)))).toEqual([403, "unauthorized_action"]);
    expect(await refusal(client.scim.connection.rotateStart({ organization_id, connection_id }, as(viewer)))).toEqual([403, "unauthorized_action"]);
    expect(await refusal(client.scim.connection.delete({ organization_id, connection_id }, as(viewer)))).toEqual([403, "unauthorized_action"]);
    expect((await client.scim.connection.update({ organization_id, connection_id, display_name: "Renamed" }, as(keeper))).connection?.display_name).toBe("Renamed");
    const made = await client.scim.connection.create({ organization_id, display_name: "Second" }, as(admin));
    await client.scim.connection.delete({ organization_id, connection_id: made.connection?.connection_id ?? "" }, as(keeper));
  });

  it("needs update.settings.implicit-roles beside it to map groups to roles", async () => {
    const assignments = { organization_id, connection_id, scim_group_implicit_role_assignments: [] };
    expect(await refusal(client.scim.connection.update(assignments, as(await signedIn("keeper"))))).toEqual([403, "unauthorized_action"]);
    await client.scim.connection.update(assignments, as(await signedIn("keeper", "mapper")));
    await client.scim.connection.update(assignments, as(await signedIn("org_admin")));
  });

  it("sees no other organization, and nothing of the installation", async () => {
    const admin = await signedIn("org_admin");
    expect(await refusal(client.scim.connection.get({ organization_id: globex.slug }, as(admin)))).toEqual([404, "organization_not_found"]);
    expect(await refusal(client.organizations.members.search({ organization_ids: [globex.slug] }, as(admin)))).toEqual([404, "organization_not_found"]);
    expect((await client.organizations.members.search({ organization_ids: [acme.slug], limit: 1 }, as(admin))).members).toHaveLength(1);
    const header = { "x-stytch-member-session": admin.session_token };
    for (const path of ["/v1/b2b/sessions", "/v1/b2b/organizations/search", "/v1/b2b/signing_keys/rotate", "/v1/b2b/webhook_endpoints"]) {
      expect(await post(path, { organization_id, member_id: admin.member_id, url: "https://example.com" }, header)).toMatchObject({ status: 403, body: { error_type: "unauthorized_action" } });
    }
  });

  it("may end their own sessions, and those of others only with the permission", async () => {
    const [one, other, admin] = [await signedIn(), await signedIn(), await signedIn("org_admin")];
    expect(await refusal(client.sessions.revoke({ session_token: other.session_token }, as(one)))).toEqual([403, "unauthorized_action"]);
    expect(await refusal(client.sessions.revoke({ member_id: other.member_id }, as(one)))).toEqual([403, "unauthorized_action"]);
    const stranger = await mint(globex, await person(globex));
    expect(await refusal(client.sessions.revoke({ session_token: stranger.session_token }, as(admin)))).toEqual([404, "session_not_found"]);
    await client.sessions.revoke({ member_id: other.member_id }, as(admin));
    await client.sessions.revoke({ session_token: one.session_token }, as(one));
    expect(await refusal(client.scim.connection.get({ organization_id }, as(one)))).toEqual([401, "session_ended"]);
    expect(await refusal(client.scim.connection.get({ organization_id }, asJwt(one)))).toEqual([401, "session_ended"]);
  });

  it("is nothing without the credential of the app", async () => {
    const admin = await signedIn("org_admin");
    const response = await fetch(`${api.url}/v1/b2b/scim/${acme.slug}/connection`, { headers: { "x-stytch-member-session": admin.session_token } });
    expect(response.status).toBe(401);
  });
});
