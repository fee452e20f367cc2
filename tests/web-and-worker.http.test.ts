import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as stytch from "stytch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSignedReceiver, type SignedReceiver } from "./support/signed-receiver";
import { type App, startApp } from "./support/start-app";

let app: App;
let basic: string;
let client: stytch.B2BClient;
let projectId: string;
let organizationId: string;
let connection: { id: string; url: string; token: string };
let receiver: SignedReceiver;

const post = async <Answer>(path: string, body: object): Promise<Answer> => {
  const response = await fetch(`${app.url}/v1/b2b${path}`, { method: "POST", headers: { authorization: basic, "content-type": "application/json" }, body: JSON.stringify(body) });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
};
const get = async <Answer>(path: string): Promise<Answer> => (await fetch(`${app.url}/v1/b2b${path}`, { headers: { authorization: basic } })).json() as Promise<Answer>;

async function scim(method: string, path: string, body: object): Promise<{ id: string }> {
  const headers = { authorization: `Bearer ${connection.token}`, "content-type": "application/scim+json" };
  const response = await fetch(`${connection.url}${path}`, { method, headers, body: JSON.stringify(body) });
  expect([method, path, response.status < 300]).toEqual([method, path, true]);
  return response.status === 204 ? { id: "" } : ((await response.json()) as { id: string });
}
const addPerson = (name: string) => scim("POST", "/Users", { userName: name, displayName: name, emails: [{ value: name, type: "work", primary: true }], active: true });
const patch = (path: string, ...Operations: object[]) => scim("PATCH", path, { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations });

beforeAll(async () => {
  app = await startApp({ env: { ROLE: "web", ROLLCALL_WEBHOOK_ALLOW: "127.0.0.1" } });
  const { project_id, secret } = await app.cliJson<{ project_id: string; secret: string }>(["credential", "create", "--json"]);
  projectId = project_id;
  basic = `Basic ${Buffer.from(`${project_id}:${secret}`).toString("base64")}`;
  client = new stytch.B2BClient({ project_id, secret, env: app.url });
  organizationId = (await client.organizations.create({ organization_name: "Acme", organization_slug: "acme" })).organization.organization_id;
  const made = (await client.scim.connection.create({ organization_id: organizationId, display_name: "Okta", identity_provider: "okta" })).connection;
  connection = { id: made?.connection_id ?? "", url: made?.base_url ?? "", token: made?.bearer_token ?? "" };
  // Slow enough that a worker is killed with tries in flight.
  receiver = await openSignedReceiver({ answerAfterMs: 20 });
  const { secret: signing } = await post<{ secret: string }>("/webhook_endpoints", { url: receiver.url });
  receiver.trust(signing);
});
afterAll(async () => {
  receiver.close();
  await app.stop();
});

describe("ROLE=web beside ROLE=worker", () => {
  let worker: ChildProcess;
  afterAll(async () => {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  });

  it("the server takes the calls, the worker alone delivers, and one that is killed loses nothing", async () => {
    const { received, wrong } = receiver;
    for (let nth = 0; nth < 60; nth += 1) await addPerson(`before${nth}@acme.test`);
    // Sixty calls long there was somebody who would have delivered the first of them at once, had the server a worker.
    expect(received.size).toBe(0);
    expect((await get<{ events: unknown[] }>("/events")).events).toEqual([]);

    worker = await app.startWorker();
    await expect.poll(() => received.size, { timeout: 30_000, interval: 1 }).toBeGreaterThan(5);
    worker.kill("SIGKILL");
    await once(worker, "exit");
    for (let nth = 0; nth < 20; nth += 1) await addPerson(`after${nth}@acme.test`);
    worker = await app.startWorker();
    const all = async () => (await get<{ events: { event_id: string; sequence: number }[] }>(`/events?organization_id=${organizationId}&limit=1000`)).events;
    // What the killed one had in hand is its own for half a minute.
    await expect.poll(() => [...received.keys()].filter((id) => id !== "undefined").length, { timeout: 90_000 }).toBe(82);
    const events = await all();
    expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 82 }, (_, at) => at + 1));
    expect(events.map(({ event_id }) => event_id).sort()).toEqual([...received.keys()].sort());
    expect(wrong).toEqual([]);
    for (const bodies of received.values()) expect(new Set(bodies).size).toBe(1);
  }, 180_000);
});

describe("A session of the vendor's app, by the unmodified SDK on the built app", () => {
  const check = (action: string) => ({ organization_id: organizationId, resource_id: "documents", action });
  const refusal = async (work: Promise<unknown>): Promise<number> => {
    const error: unknown = await work.then(() => null, (thrown: unknown) => thrown);
    if (!(error instanceof stytch.StytchError)) throw new Error("it was not refused", { cause: error });
    return error.status_code;
  };
  const local = (session_jwt: string, action?: string) => client.sessions.authenticateJwtLocal({ session_jwt, ...(action && { authorization_check: check(action) }) });
  let ada: { id: string };
  let group: { id: string };
  let token: string;
  let jwt: string;

  beforeAll(async () => {
    await post("/rbac/roles", { role_id: "editor", description: "", permissions: [{ resource_id: "documents", actions: ["write"] }] });
    ada = await addPerson("ada@acme.test");
    group = await scim("POST", "/Groups", { displayName: "Editors", members: [{ value: ada.id }] });
    const assignments = [{ role_id: "editor", group_id: group.id, group_name: "Editors" }];
    await client.scim.connection.update({ organization_id: organizationId, connection_id: connection.id, scim_group_implicit_role_assignments: assignments });
    const { member } = await client.organizations.members.get({ organization_id: organizationId, email_address: "ada@acme.test" });
    const minted = await post<{ session_token: string; session_jwt: string }>("/sessions", { organization_id: organizationId, member_id: member.member_id });
    [token, jwt] = [minted.session_token, minted.session_jwt];
  });

  it("is authenticated remotely and locally, with and without a check of what the roles allow", async () => {
    const { keys } = await client.sessions.getJWKS({ project_id: projectId });
    expect(keys.length).toBeGreaterThan(1);
    const remote = await client.sessions.authenticate({ session_token: token, authorization_check: check("write") });
    expect([remote.member_session.roles, remote.verdict]).toEqual([expect.arrayContaining(["editor", "org_member"]), { authorized: true, granting_roles: ["editor"] }]);
    expect(await refusal(client.sessions.authenticate({ session_token: token, authorization_check: check("delete") }))).toBe(403);
    expect((await local(jwt)).roles).toContain("editor");
    expect((await local(jwt, "write")).organization_id).toBe(organizationId);
    await expect(local(jwt, "delete")).rejects.toThrow();
    const forced = await client.sessions.authenticateJwt({ session_jwt: jwt, max_token_age_seconds: 0 });
    expect(forced.session_jwt).toEqual(expect.any(String));
    expect((await client.sessions.get({ organization_id: organizationId, member_id: remote.member.member_id })).member_sessions).toHaveLength(1);
  });

  it("verifies across a rotation from the command line, which the audit log tells as such", async () => {
    const tooNew = await app.cli(["signing-key", "rotate"]);
    expect([tooNew.code, tooNew.stderr]).toEqual([1, expect.stringContaining("The next key is new")]);
    const { current_key_id: current, retired_key_id: retired } = await app.cliJson<Record<string, string>>(["signing-key", "rotate", "--force", "--json"]);
    const listed = await app.cliJson<{ key_id: string; state: string }[]>(["signing-key", "list", "--json"]);
    expect(listed.map(({ state }) => state)).toEqual(["current", "next", "retired"]);
    expect([listed[0]?.key_id, listed[2]?.key_id]).toEqual([current, retired]);
    const { keys } = await client.sessions.getJWKS({ project_id: projectId });
    expect(keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining([current, retired]));
    // A client that has not seen the keys before.
    const fresh = (await client.sessions.authenticate({ session_token: token })).session_jwt;
    expect(JSON.parse(Buffer.from(fresh.split(".")[0] ?? "", "base64url").toString())).toMatchObject({ kid: current, alg: "RS256" });
    expect((await local(jwt)).roles).toContain("editor");
    await app.cliJson(["organization", "create", "--name", "By hand", "--json"]);
    await app.cliJson(["connection", "create", "--organization", "By hand", "--identity-provider", "okta", "--json"]);
    await app.cliJson(["operator", "create", "--email", "olga@example.test", "--password", "correct horse", "--json"]);
    await app.cliJson(["admin", "create", "--organization", "By hand", "--email", "ida@example.test", "--password", "correct horse", "--json"]);
    const { audit_entries: entries } = await get<{ audit_entries: { action: string; actor: { type: string; label: string }; before: unknown; after: unknown }[] }>("/audit?limit=1000");
    const byHand = entries.filter(({ actor }) => actor.type === "command_line");
    expect(new Set(byHand.map(({ action }) => action))).toEqual(new Set(["credential.create", "signing_key.rotate", "organization.create", "connection.create", "connection.token_copied", "operator.create", "admin.create"]));
    for (const { actor, before, after } of byHand) expect([actor.label.startsWith("command line"), before !== null || after !== null]).toEqual([true, true]);
    // What the credential from the command line does is the credential's.
    expect(entries.find(({ action }) => action === "role.create")?.actor).toMatchObject({ type: "credential", label: expect.stringMatching(/^API credential …/) as string });
  });

  it("has the roles of this moment in the refreshed JWT, and ends with the deactivation", async () => {
    const rolesChanged = performance.now();
    await patch(`/Groups/${group.id}`, { op: "remove", path: `members[value eq "${ada.id}"]` });
    const refreshed = await client.sessions.authenticate({ session_token: token });
    const toRoles = performance.now() - rolesChanged;
    expect((await local(refreshed.session_jwt)).roles).toEqual(["org_member"]);
    await expect(local(refreshed.session_jwt, "write")).rejects.toThrow();
    const left = performance.now();
    await patch(`/Users/${ada.id}`, { op: "replace", path: "active", value: false });
    const status = await refusal(client.sessions.authenticate({ session_token: token }));
    const toRefusal = performance.now() - left;
    expect([401, 404]).toContain(status);
    expect([401, 404]).toContain(await refusal(client.sessions.authenticate({ session_jwt: jwt })));
    console.log(`SCIM PATCH to changed roles in a refreshed JWT: ${toRoles.toFixed(1)} ms; to a refused authenticate: ${toRefusal.toFixed(1)} ms (both calls included)`);
  });
});
