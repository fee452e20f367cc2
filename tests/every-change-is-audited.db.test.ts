import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flushRequestLog } from "@/lib/activity/record-request";
import { acceptInvitation } from "@/lib/auth/accept-invitation";
import { completeFirstRun } from "@/lib/auth/complete-first-run";
import { createCredential } from "@/lib/auth/create-credential";
import { noteSignIn } from "@/lib/auth/note-sign-in";
import { enterSetupLink } from "@/lib/auth/setup-links/enter-setup-link";
import { operations } from "@/lib/contracts/operations/all";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import { callApi, credentialHeaders, operationOf } from "./support/call-api";
import { createTenant, installationScope, type Tenant } from "./support/create-tenant";
import { addAdmin, addUser } from "./support/portal-people";
import { callScim } from "./support/scim-client";
import { provisionPerson, pushGroup } from "./support/seed-directory";

type Given = { params?: Record<string, string>; body?: Record<string, unknown> };
type Tenancy = { tenant: Tenant; organization: string; connection: string };
type Entry = { actor_type: string; actor_id: string | null; actor_label: string; remote_address: string | null; action: string; before: unknown; after: unknown };
type Body = Record<string, Record<string, unknown>>;

const address = "203.0.113.7";
let headers: Record<string, string>;
let receiver: Server;
let url: string;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  headers = { ...(await credentialHeaders(undefined, "Auditor")), "x-forwarded-for": address };
  keys = await generateKeyPair("RS256");
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: "k", alg: "RS256" }] });
  receiver = createServer((_, response) => response.setHeader("content-type", "application/json").end(jwks));
  await new Promise<void>((listening) => receiver.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  env().issuerHosts = [new URL(url).host];
});
afterAll(() => void receiver.close());

/** Calls an operation while a case is prepared. */
async function api(id: string, given: Given = {}): Promise<Body> {
  const { status, body } = await callApi(operationOf(id), { headers, ...given });
  expect([id, status, body.error_message, body.error_details]).toEqual([id, 200, undefined, undefined]);
  return body as Body;
}
const run = (text: string, values: unknown[]) => pool().query(text, values);
const name = () => `n${uuidv7().slice(-12)}`;
const at = ({ organization, connection }: Tenancy) => ({ organization, connection });
const role = () => ({ role_id: name(), description: "d", permissions: [] });

async function member({ tenant, organization }: Tenancy, more: Record<string, unknown> = {}): Promise<Given & { params: Record<string, string> }> {
  const { member_id: id } = await api("organizations.members.create", { params: { organization }, body: { email_address: `${name()}@example.test`, ...more } });
  return { params: { organization: tenant.slug, member: String(id) } };
}
const schema = { name: "Badges", attributes: [{ name: "badge", type: "string" }] };
async function addSchema(tenancy: Tenancy): Promise<Record<string, string>> {
  const made = await api("scim.connection.schemas.create", { params: at(tenancy), body: { ...schema, urn: "urn:example:badges:2.0:User" } });
  return { ...at(tenancy), schema: String(made.schema?.schema_id) };
}
async function session(tenancy: Tenancy): Promise<{ params: Record<string, string>; made: Body }> {
  const { params } = await member(tenancy);
  const made = await api("sessions.create", { body: { organization_id: tenancy.organization, member_id: params.member } });
  return { params: { ...params, session: String(made.member_session?.member_session_id) }, made };
}
const issuer = () => ({ name: "Auth", issuer: `https://${name()}.example`, audience: "rollcall", jwks_url: url, member_claim: "external_id", claim_name: "sub" });
async function trust(given = issuer()) {
  return String((await api("trustedIssuers.create", { body: given })).trusted_issuer?.trusted_issuer_id);
}
async function endpoint(): Promise<string> {
  return String((await api("webhooks.endpoints.create", { body: { url } })).webhook_endpoint?.endpoint_id);
}
async function invitation({ organization }: Tenancy): Promise<Record<string, string>> {
  const made = await api("organizations.invitations.create", { params: { organization }, body: { email_address: `${name()}@example.test` } });
  return { organization, invitation: String(made.invitation_id) };
}
async function signIn(tenancy: Tenancy, method: string): Promise<Body> {
  return api("scim.connection.signInMethods.enable", { params: { ...at(tenancy), method }, body: {} });
}
/** A connection with a mass departure that its brake caught. */
async function brakeCase(tenancy: Tenancy): Promise<Given> {
  await api("scim.connection.brake.set", { params: at(tenancy), body: { people: 1, percent: 0 } });
  const people = [];
  for (const user of [name(), name(), name()]) people.push(await provisionPerson(tenancy.tenant, { name: user, attributes: { userName: user, active: true } }));
  for (const person of people) {
    await callScim(tenancy.tenant, "PATCH", `/Users/${person.registrationId}`, { Operations: [{ op: "replace", path: "active", value: false }] });
  }
  const [found] = (await api("scim.connection.brake.cases.list", { params: at(tenancy) })).brake_cases as unknown as { brake_case_id: string }[];
  return { params: { ...at(tenancy), case: found?.brake_case_id ?? "" } };
}
async function adoption(tenancy: Tenancy): Promise<string> {
  await member(tenancy, { email_address: "ada@example.test" });
  await callScim(tenancy.tenant, "POST", "/Users", { userName: "ada@example.test", externalId: "x" });
  const [found] = (await api("scim.connection.adoptions.list", { params: at(tenancy) })).adoptions as unknown as { adoption_id: string }[];
  return found?.adoption_id ?? "";
}
async function move(tenancy: Tenancy): Promise<Body> {
  return api("scim.connection.move.start", { params: at(tenancy), body: { display_name: "Entra", identity_provider: "microsoft-entra" } });
}
/** Somebody whom the old connection knows, and somebody whom the new one does. */
async function unmatched(tenancy: Tenancy): Promise<Given> {
  const { connection } = await move(tenancy);
  const old = await provisionPerson(tenancy.tenant, { name: "Ada" });
  const target = { ...tenancy.tenant, connectionId: String(connection?.connection_id).slice(-36), token: String(connection?.bearer_token) };
  const fresh = await callScim(target, "POST", "/Users", { userName: "somebody-else" });
  return { params: at(tenancy), body: { registration_id: String(fresh.body.id), member_id: `member-${old.memberId}` } };
}
async function finding(tenancy: Tenancy): Promise<Record<string, string>> {
  await run(`INSERT INTO connection_finding (connection_id, code, severity, count, evidence, fingerprint, first_seen_at, last_seen_at) VALUES ($1, 'no_work_email', 'warning', 1, '{}', 'x', now(), now())`, [tenancy.tenant.connectionId]);
  // Computed just now, so that it is not computed away.
  await run(`INSERT INTO connection_health (connection_id, computed_at, duration_ms) VALUES ($1, now(), 1000)`, [tenancy.tenant.connectionId]);
  return { ...at(tenancy), finding: "no_work_email" };
}
async function failedCall(tenancy: Tenancy): Promise<Given> {
  await provisionPerson(tenancy.tenant, { name: "Taken", email: "taken@example.test" });
  await callScim(tenancy.tenant, "POST", "/Users", { userName: "taken@example.test" });
  await run(`UPDATE registration SET user_name = 'x', user_name_key = 'x' WHERE connection_id = $1`, [tenancy.tenant.connectionId]);
  await flushRequestLog();
  const [found] = (await api("scim.requests.list", { params: { organization: tenancy.organization } })).scim_requests as unknown as { scim_request_id: string }[];
  const params = { organization: tenancy.organization, request: found?.scim_request_id ?? "" };
  const { replay } = await api("scim.requests.replay", { params, body: {} });
  return { params, body: { apply: true, version: replay?.version } };
}
async function consent(tenancy: Tenancy): Promise<Given> {
  const { credential } = await signIn(tenancy, "authorization_code");
  await api("scim.connection.redirectUris.set", { params: at(tenancy), body: { redirect_uris: ["https://idp.example/callback"] } });
  return { params: at(tenancy), body: { response_type: "code", client_id: credential?.client_id, redirect_uri: "https://idp.example/callback", state: "s", approved: true } };
}
async function delivery(tenancy: Tenancy): Promise<Record<string, string>> {
  const [id, event, target] = [uuidv7(), uuidv7(), await endpoint()];
  await run(`INSERT INTO event (id, organization_id, type, object_id, payload) VALUES ($1, $2, 'scim.member.create', $1, '{}')`, [event, tenancy.tenant.organizationId]);
  await run(`INSERT INTO delivery (id, event_id, endpoint_id, status) VALUES ($1, $2, $3, 'exhausted')`, [id, event, target.slice(-36)]);
  return { endpoint: target, delivery: `delivery-${id}` };
}
async function retiredKey(): Promise<string> {
  const { signing_keys } = await api("signingKeys.rotate", { body: { force: true } });
  return (signing_keys as unknown as { key_id: string; state: string }[]).find(({ state }) => state === "retired")?.key_id ?? "";
}
async function attested({ organization }: Tenancy): Promise<Given> {
  const [trusted, externalId] = [issuer(), name()];
  await api("organizations.members.create", { params: { organization }, body: { email_address: `${externalId}@example.test`, external_id: externalId } });
  const token = await new SignJWT({}).setProtectedHeader({ alg: "RS256", kid: "k" }).setIssuer(trusted.issuer).setAudience("rollcall").setSubject(externalId).setExpirationTime("5m").sign(keys.privateKey);
  return { body: { profile_id: await trust(trusted), token, organization_id: organization } };
}

/** A call that really changes something, for each operation that can. */
const changes: Record<string, (tenancy: Tenancy) => Given | Promise<Given>> = {
  "organizations.create": () => ({ body: { organization_name: name() } }),
  "organizations.update": ({ organization }) => ({ params: { organization }, body: { organization_name: "Renamed" } }),
  "organizations.delete": ({ organization }) => ({ params: { organization } }),
  "organizations.deleteExternalId": async ({ organization }) => {
    await api("organizations.update", { params: { organization }, body: { organization_external_id: name() } });
    return { params: { organization } };
  },
  "organizations.members.create": ({ organization }) => ({ params: { organization }, body: { email_address: "new@example.test", roles: ["org_admin"] } }),
  "organizations.members.update": async (tenancy) => ({ ...(await member(tenancy)), body: { name: "Renamed" } }),
  "organizations.members.delete": member,
  "organizations.members.reactivate": async (tenancy) => {
    const given = await member(tenancy);
    await api("organizations.members.delete", given);
    return given;
  },
  "organizations.members.deleteExternalId": (tenancy) => member(tenancy, { external_id: name() }),
  "organizations.members.assignRole": async (tenancy) => ({ ...(await member(tenancy)), body: { role_id: "org_admin" } }),
  "organizations.members.unassignRole": async (tenancy) => {
    await member(tenancy, { roles: ["org_admin"] });
    const { params } = await member(tenancy, { roles: ["org_admin"] });
    return { params: { ...params, role: "org_admin" } };
  },
  "rbac.organizations.setOrgPolicy": ({ organization }) => ({ params: { organization }, body: { org_policy: { roles: [role()] } } }),
  "rbac.roles.create": () => ({ body: role() }),
  "rbac.roles.update": async () => ({ params: { role: String((await api("rbac.roles.create", { body: role() })).role?.role_id) }, body: { description: "changed" } }),
  "rbac.roles.delete": async () => ({ params: { role: String((await api("rbac.roles.create", { body: role() })).role?.role_id) } }),
  "organizations.roles.create": ({ organization }) => ({ params: { organization }, body: role() }),
  "organizations.roles.update": async ({ organization }) => ({ params: { organization, role: String((await api("organizations.roles.create", { params: { organization }, body: role() })).role?.role_id) }, body: { description: "changed" } }),
  "organizations.roles.delete": async ({ organization }) => ({ params: { organization, role: String((await api("organizations.roles.create", { params: { organization }, body: role() })).role?.role_id) } }),
  "scim.connection.create": ({ organization }) => ({ params: { organization }, body: { display_name: "Okta", identity_provider: "okta" } }),
  "scim.connection.update": (tenancy) => ({ params: at(tenancy), body: { display_name: "Renamed" } }),
  "scim.connection.delete": (tenancy) => ({ params: at(tenancy), body: { members: "keep" } }),
  "scim.connection.pause": (tenancy) => ({ params: at(tenancy) }),
  "scim.connection.resume": async (tenancy) => {
    await api("scim.connection.pause", { params: at(tenancy) });
    return { params: at(tenancy) };
  },
  "scim.connection.rotateStart": (tenancy) => ({ params: at(tenancy) }),
  "scim.connection.rotateComplete": rotating,
  "scim.connection.rotateCancel": rotating,
  "scim.connection.token.copied": (tenancy) => ({ params: at(tenancy) }),
  "scim.connection.token.replace": (tenancy) => ({ params: at(tenancy) }),
  "scim.connection.roleMappings.set": async (tenancy) => ({ params: at(tenancy), body: { role_mappings: [{ group_id: await pushGroup(tenancy.tenant, "Staff"), role_id: "org_admin" }] } }),
  "scim.connection.signInMethods.enable": (tenancy) => ({ params: { ...at(tenancy), method: "basic" } }),
  "scim.connection.signInMethods.disable": async (tenancy) => {
    await signIn(tenancy, "basic");
    return { params: { ...at(tenancy), method: "basic" } };
  },
  "scim.connection.credentials.create": async (tenancy) => {
    await signIn(tenancy, "basic");
    return { params: at(tenancy), body: { kind: "basic" } };
  },
  "scim.connection.credentials.delete": async (tenancy) => {
    await signIn(tenancy, "basic");
    await api("scim.connection.credentials.create", { params: at(tenancy), body: { kind: "basic" } });
    const { rows } = await pool().query<{ id: string }>(`SELECT id FROM connection_token WHERE connection_id = $1 AND kind = 'basic'`, [tenancy.tenant.connectionId]);
    return { params: { ...at(tenancy), credential: rows[0]?.id ?? "" } };
  },
  "scim.connection.redirectUris.set": async (tenancy) => {
    await signIn(tenancy, "authorization_code");
    return { params: at(tenancy), body: { redirect_uris: ["https://idp.example/callback"] } };
  },
  "scim.connection.authorizations.create": consent,
  "scim.connection.schemas.create": (tenancy) => ({ params: at(tenancy), body: { ...schema, urn: "urn:example:badges:2.0:User" } }),
  "scim.connection.schemas.update": async (tenancy) => ({ params: await addSchema(tenancy), body: { ...schema, name: "Renamed" } }),
  "scim.connection.schemas.delete": async (tenancy) => ({ params: await addSchema(tenancy) }),
  "scim.connection.health.dismiss": async (tenancy) => ({ params: await finding(tenancy), body: { reason: "known" } }),
  "scim.connection.health.restore": async (tenancy) => {
    const params = await finding(tenancy);
    await api("scim.connection.health.dismiss", { params, body: { reason: "known" } });
    return { params };
  },
  "scim.connection.brake.set": (tenancy) => ({ params: at(tenancy), body: { people: 3 } }),
  "scim.connection.brake.cases.release": brakeCase,
  "scim.connection.brake.cases.undo": brakeCase,
  "scim.connection.adoptions.decide": async (tenancy) => ({ params: at(tenancy), body: { decision: "apart", adoption_ids: [await adoption(tenancy)] } }),
  "scim.connection.adoption_policy.set": (tenancy) => ({ params: at(tenancy), body: { adoption_policy: "hold" } }),
  "scim.connection.move.start": (tenancy) => ({ params: at(tenancy), body: { display_name: "Entra", identity_provider: "microsoft-entra" } }),
  "scim.connection.move.match": unmatched,
  "scim.connection.move.finish": async (tenancy) => {
    await move(tenancy);
    return { params: at(tenancy), body: { only_old: "keep" } };
  },
  "scim.connection.move.cancel": async (tenancy) => {
    await move(tenancy);
    return { params: at(tenancy) };
  },
  "scim.requests.replay": failedCall,
  "organizations.setupLinks.create": ({ organization }) => ({ params: { organization }, body: { note: "IT" } }),
  "organizations.setupLinks.revoke": async ({ organization }) => ({ params: { organization, setup_link: String((await api("organizations.setupLinks.create", { params: { organization } })).setup_link?.setup_link_id) } }),
  "organizations.invitations.create": ({ organization }) => ({ params: { organization }, body: { email_address: "admin@example.test" } }),
  "organizations.invitations.resend": async (tenancy) => ({ params: await invitation(tenancy) }),
  "organizations.invitations.revoke": async (tenancy) => ({ params: await invitation(tenancy) }),
  "sessions.create": async (tenancy) => ({ body: { organization_id: tenancy.organization, member_id: (await member(tenancy)).params.member } }),
  "sessions.attest": attested,
  "sessions.revoke": async (tenancy) => ({ body: { member_session_id: (await session(tenancy)).params.session } }),
  "organizations.members.sessions.revokeAll": async (tenancy) => ({ params: (await session(tenancy)).params }),
  "organizations.members.sessions.revoke": async (tenancy) => ({ params: (await session(tenancy)).params }),
  "signingKeys.rotate": () => ({ body: { force: true } }),
  "signingKeys.withdraw": async () => ({ params: { key: await retiredKey() } }),
  "trustedIssuers.create": () => ({ body: issuer() }),
  "trustedIssuers.update": async () => ({ params: { trusted_issuer: await trust() }, body: { name: "Renamed" } }),
  "trustedIssuers.delete": async () => ({ params: { trusted_issuer: await trust() } }),
  "webhooks.endpoints.create": () => ({ body: { url } }),
  "webhooks.endpoints.update": async () => ({ params: { endpoint: await endpoint() }, body: { status: "paused" } }),
  "webhooks.endpoints.delete": async () => ({ params: { endpoint: await endpoint() } }),
  "webhooks.endpoints.rotateSecret": async () => ({ params: { endpoint: await endpoint() } }),
  "webhooks.endpoints.test": async () => ({ params: { endpoint: await endpoint() } }),
  "webhooks.endpoints.redeliver": async (tenancy) => ({ params: await delivery(tenancy), body: { since: "2020-01-01T00:00:00Z" } }),
  "webhooks.deliveries.redeliver": async (tenancy) => ({ params: await delivery(tenancy) }),
  "credentials.create": () => ({ body: { name: "Reporting", scopes: ["read"] } }),
  "credentials.revoke": async () => ({ params: { credential: String((await api("credentials.create", { body: { name: "x" } })).credential_id) } }),
  "demo.create": () => ({}),
  "demo.delete": () => ({}),
};

/** They read, although not by GET; and a session that goes on is told by its own record, every five minutes for everybody. */
const changesNothing = ["organizations.search", "organizations.members.search", "scim.connection.roleMappings.preview", "sessions.authenticate"];

async function rotating(tenancy: Tenancy): Promise<Given> {
  await api("scim.connection.rotateStart", { params: at(tenancy) });
  return { params: at(tenancy) };
}

async function entriesSince(id: string): Promise<Entry[]> {
  return (await pool().query<Entry>(`SELECT * FROM audit_entry WHERE id > $1 ORDER BY id`, [id])).rows;
}

/** What no entry may hold, of everything that the answer shows once. */
function secretsOf(body: unknown): string[] {
  return [...JSON.stringify(body).matchAll(/"(?:bearer_token|next_bearer_token|secret|password|client_secret|session_token|session_jwt|setup_link_url|invitation_url)":"([^"]+)"/g)].map(([, secret = ""]) => secret);
}

describe("A change through the management API", () => {
  const mutating = operations.filter(({ method }) => method !== "GET").map(({ id }) => id).filter((id) => !changesNothing.includes(id));

  it.each(mutating)("%s is in the audit log with who, from where, and what was before and after", async (id) => {
    const tenant = await createTenant({ name: "Audited" });
    const prepare = changes[id];
    if (!prepare) throw new Error(`no change is known for ${id}: how does one call it so that it changes something?`);
    const given = await prepare({ tenant, organization: tenant.slug, connection: `scim-connection-${tenant.connectionId}` });
    const mark = uuidv7();
    const { status, body } = await callApi(operationOf(id), { headers, ...given });
    expect([status, body.error_message, body.error_details]).toEqual([200, undefined, undefined]);
    const entries = await entriesSince(mark);
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      expect(entry).toMatchObject({ actor_type: "credential", actor_label: "Auditor", remote_address: address });
      expect(entry.actor_id).not.toBeNull();
      expect(entry.before ?? entry.after, `${entry.action} tells nothing`).not.toBeNull();
      for (const secret of secretsOf(body)) expect(JSON.stringify(entry)).not.toContain(secret);
    }
    const [told] = entries;
    if (operationOf(id).method === "PUT") expect([told?.before, told?.after]).not.toContain(null);
    if (operationOf(id).method === "DELETE") expect(told?.before).not.toBeNull();
    // The log of the API shows the same.
    const { audit_entries: shown } = await callApi(operationOf("audit.list"), { headers, query: { limit: "1" } }).then(({ body: page }) => page as { audit_entries: unknown[] });
    expect(shown[0]).toMatchObject({ actor: { type: "credential", label: "Auditor" }, remote_address: address, action: entries.at(-1)?.action });
  }, 60_000);

  it("names no operation that does not exist", () => {
    expect([...Object.keys(changes), ...changesNothing].filter((id) => !operations.some((operation) => operation.id === id))).toEqual([]);
  });

  it("by a person in the portal names the person", async () => {
    const tenant = await createTenant({ name: "Audited" });
    const { user, cookie } = await addAdmin(tenant);
    const mark = uuidv7();
    const browser = { cookie: `next-auth.session-token=${cookie}`, "sec-fetch-site": "same-origin", "x-forwarded-for": address };
    await callApi(operationOf("organizations.update"), { headers: browser, params: { organization: tenant.slug }, body: { organization_name: "Renamed" } });
    expect(await entriesSince(mark)).toMatchObject([{ actor_type: "user", actor_id: user.id, actor_label: user.email, remote_address: address, before: { name: "Audited" }, after: { name: "Renamed" } }]);
  });

  it("on behalf of a member names the member and the credential that carried the session", async () => {
    const tenant = await createTenant({ name: "Audited" });
    const { member_id } = await api("organizations.members.create", { params: { organization: tenant.slug }, body: { email_address: "ada@example.test", name: "Ada", roles: ["org_admin"] } });
    const { session_token } = await api("sessions.create", { body: { organization_id: tenant.slug, member_id } });
    const mark = uuidv7();
    await callApi(operationOf("scim.connection.update"), { headers: { ...headers, "x-stytch-member-session": String(session_token) }, params: { organization: tenant.slug, connection: tenant.connectionId }, body: { display_name: "Renamed" } });
    expect(await entriesSince(mark)).toMatchObject([{ actor_type: "credential", actor_label: "Ada (Auditor)", remote_address: address, action: "connection.update" }]);
  });

  it("by a credential that nobody named is told by the end of its secret", async () => {
    const mark = uuidv7();
    const made = await createCredential(installationScope, " ");
    expect(made.name).toBe(`API credential …${made.secret.slice(-4)}`);
    expect(await entriesSince(mark)).toMatchObject([{ action: "credential.create", target_label: made.name }]);
  });
});

describe("What people do in the portal outside the API", () => {
  it("the first run, an invitation, a set-up link and a first sign-in are in the audit log with the address", async () => {
    const tenant = await createTenant({ name: "Portal" });
    const organization = tenant.slug;
    const { setup_link_url } = await api("organizations.setupLinks.create", { params: { organization } });
    const { invitation_url } = await api("organizations.invitations.create", { params: { organization }, body: { email_address: "invited@portal.test" } });
    const known = await addUser("known@portal.test");
    await api("organizations.members.create", { params: { organization }, body: { email_address: known.email, create_member_as_pending: true } });
    const mark = uuidv7();
    await completeFirstRun({ name: "Olga", email: "olga@portal.test", password: "correct horse" }, address);
    await enterSetupLink({ token: lastPart(setup_link_url), name: "Ida", remoteAddress: address, userAgent: "browser" });
    await acceptInvitation({ token: lastPart(invitation_url), newAccount: { name: "Ina", password: "correct horse" }, user: null, remoteAddress: address });
    await noteSignIn(known.id, { remoteAddress: address });
    const entries = await entriesSince(mark);
    expect(entries.map(({ action }) => action)).toEqual(["operator.create", "setup_link.open", "invitation.accept", "member.sign_in"]);
    for (const entry of entries) expect(entry).toMatchObject({ remote_address: address, actor_type: entry.action === "setup_link.open" ? "setup_link" : "user" });
    expect(entries.at(-1)).toMatchObject({ before: { status: "invited" }, after: { status: "active" } });
  });
});

const lastPart = (link: unknown): string => String(link).split(/[/=#]/).at(-1) ?? "";
