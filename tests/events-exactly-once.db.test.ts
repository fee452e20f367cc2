import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { uuidv7 } from "uuidv7";
import { acceptInvitation } from "@/lib/auth/accept-invitation";
import { createConnection } from "@/lib/connections/create-connection";
import { deleteConnection } from "@/lib/connections/delete-connection";
import { pauseConnection } from "@/lib/connections/pause-connection";
import { updateConnection } from "@/lib/connections/update-connection";
import { pool } from "@/lib/db/client";
import { createMember } from "@/lib/directory/members/create-member";
import { deleteMember } from "@/lib/directory/members/delete-member";
import { reactivateMember } from "@/lib/directory/members/reactivate-member";
import { updateMember } from "@/lib/directory/members/update-member";
import { assignRole } from "@/lib/directory/roles/assign-role";
import { createRole } from "@/lib/directory/roles/create-role";
import { deleteRole } from "@/lib/directory/roles/delete-role";
import { setOrganizationRoles } from "@/lib/directory/roles/set-organization-roles";
import { setRoleMappings } from "@/lib/directory/roles/set-role-mappings";
import { unassignRole } from "@/lib/directory/roles/unassign-role";
import { updateRole } from "@/lib/directory/roles/update-role";
import { createOrganization } from "@/lib/organizations/create-organization";
import { deleteOrganization } from "@/lib/organizations/delete-organization";
import { createInvitation } from "@/lib/organizations/invitations/create-invitation";
import { findInvitations } from "@/lib/organizations/invitations/find-invitations";
import { revokeInvitation } from "@/lib/organizations/invitations/revoke-invitation";
import { updateOrganization } from "@/lib/organizations/update-organization";
import type { OrganizationScope } from "@/lib/scope";
import { createTenant, installationScope, type Tenant } from "./support/create-tenant";
import { callScim } from "./support/scim-client";

type Json = Record<string, unknown>;

/** One tenant a test: its list of events is exactly what the test did. */
let tenant: Tenant;
let seen: number;

beforeAll(() => createRole(installationScope, { roleId: "editor", description: "", permissions: [] }));
beforeEach(async () => {
  tenant = await createTenant({ name: "Acme" });
  seen = 0;
});

type Told = { type: string; payload: { action: string; member?: { status: string; roles?: { role_id: string }[] } } };

/** The events since the last look, in the order in which they will be numbered. */
async function told(organizationId = tenant.organizationId): Promise<Told[]> {
  const { rows } = await pool().query<Told>(`SELECT type, payload FROM event WHERE organization_id = $1 ORDER BY position OFFSET $2`, [organizationId, seen]);
  seen += rows.length;
  return rows;
}

const types = async (): Promise<string[]> => (await told()).map((event) => event.type);
const rolesOf = (event: Told | undefined): string[] => (event?.payload.member?.roles ?? []).map((role) => role.role_id);

async function scim(method: string, path: string, body?: Json): Promise<Json> {
  const reply = await callScim(tenant, method, path, body);
  if (reply.status >= 400) throw new Error(`${method} ${path}: ${reply.text}`);
  return reply.body;
}

const user = (userName: string, more: Json = {}): Json => ({ schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName, active: true, emails: [{ value: userName, type: "work", primary: true }], ...more });
const patch = (...Operations: Json[]): Json => ({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations });
const group = (displayName: string, members: string[] = []): Json => ({ schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], displayName, members: members.map((value) => ({ value })) });
const bulk = (...Operations: Json[]): Promise<Json> => scim("POST", "/Bulk", { schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], Operations });

const addUser = async (name = `u-${uuidv7().slice(-6)}`): Promise<string> => String((await scim("POST", "/Users", user(`${name}@acme.test`))).id);
const addGroup = async (name: string, members: string[] = []): Promise<string> => String((await scim("POST", "/Groups", group(name, members))).id);
const map = (groupId: string, roleId = "editor") => setRoleMappings(tenant.organizationScope, { connectionId: tenant.connectionId, mappings: [{ groupId, roleId }] });

type Row = { change: string; act: (id: string, name: string) => Promise<unknown>; events: string[] };

describe("Each effective change of a person is told exactly once, whatever the verb", () => {
  const same = (name: string) => user(name);
  const rows: Row[] = [
    { change: "PUT with another name", act: (id, name) => scim("PUT", `/Users/${id}`, { ...same(name), displayName: "Ada" }), events: ["scim.member.update"] },
    { change: "PUT with what is there", act: (id, name) => scim("PUT", `/Users/${id}`, same(name)), events: [] },
    { change: "PATCH of one attribute", act: (id) => scim("PATCH", `/Users/${id}`, patch({ op: "replace", path: "title", value: "Engineer" })), events: ["scim.member.update"] },
    { change: "PATCH of several", act: (id) => scim("PATCH", `/Users/${id}`, patch({ op: "add", path: "title", value: "E" }, { op: "add", path: "name.givenName", value: "A" }, { op: "replace", value: { nickName: "x" } })), events: ["scim.member.update"] },
    { change: "PATCH with what is there", act: (id) => scim("PATCH", `/Users/${id}`, patch({ op: "replace", path: "active", value: true })), events: [] },
    { change: "PATCH active false", act: (id) => scim("PATCH", `/Users/${id}`, patch({ op: "replace", path: "active", value: false })), events: ["scim.member.delete"] },
    { change: "PATCH active \"False\" (Entra)", act: (id) => scim("PATCH", `/Users/${id}`, patch({ op: "Replace", path: "active", value: "False" })), events: ["scim.member.delete"] },
    { change: "PUT active false", act: (id, name) => scim("PUT", `/Users/${id}`, { ...same(name), active: false }), events: ["scim.member.delete"] },
    { change: "DELETE", act: (id) => scim("DELETE", `/Users/${id}`), events: ["scim.member.delete"] },
    { change: "Bulk PATCH, PUT and DELETE", act: (id, name) => bulk({ method: "PATCH", path: `/Users/${id}`, data: patch({ op: "add", path: "title", value: "E" }) }, { method: "PUT", path: `/Users/${id}`, data: same(name) }, { method: "DELETE", path: `/Users/${id}` }), events: ["scim.member.update", "scim.member.update", "scim.member.delete"] },
    { change: "a POST of the same userName", act: (_, name) => callScim(tenant, "POST", "/Users", same(name)), events: [] },
    { change: "a PATCH that is refused", act: (id) => callScim(tenant, "PATCH", `/Users/${id}`, patch({ op: "add", path: "title", value: "E" }, { op: "replace", path: "nonsense", value: 1 })), events: [] },
  ];

  it.each(rows)("$change", async ({ act, events }) => {
    const name = "ada@acme.test";
    const id = String((await scim("POST", "/Users", user(name))).id);
    expect(await types()).toEqual(["scim.member.create"]);
    await act(id, name);
    expect(await types()).toEqual(events);
  });

  it("deactivation, return and removal, each with the roles that are left", async () => {
    const id = await addUser();
    await map(await addGroup("Admins", [id]));
    await told();
    await scim("PATCH", `/Users/${id}`, patch({ op: "replace", path: "active", value: false }));
    const [left] = await told();
    expect([left?.type, left?.payload.action, left?.payload.member?.status, rolesOf(left)]).toEqual(["scim.member.delete", "DELETE", "deactivated", []]);
    await scim("PATCH", `/Users/${id}`, patch({ op: "replace", path: "active", value: true }));
    const [back] = await told();
    expect([back?.type, back?.payload.member?.status, rolesOf(back)]).toEqual(["scim.member.update", "active", ["editor", "org_member"]]);
    await scim("DELETE", `/Users/${id}`);
    const [exit, gone] = await told();
    expect([exit?.type, gone?.type, gone?.payload.member?.status, rolesOf(gone)]).toEqual(["scim.idp_group.member_delete", "scim.member.delete", "deleted", []]);
  });

  it("every member event carries the roles", async () => {
    const id = await addUser("roles");
    const [created] = await told();
    expect(rolesOf(created)).toEqual(["org_member"]);
    await scim("PATCH", `/Users/${id}`, patch({ op: "add", path: "title", value: "E" }));
    expect(rolesOf((await told())[0])).toEqual(["org_member"]);
  });
});

describe("Groups", () => {
  const rows: (Omit<Row, "act"> & { act: (group: string, inside: string, outside: string) => Promise<unknown> })[] = [
    { change: "PATCH add", act: (g, _, o) => scim("PATCH", `/Groups/${g}`, patch({ op: "add", path: "members", value: [{ value: o }] })), events: ["scim.idp_group.member_add", "scim.member.update"] },
    { change: "PATCH add of who is in it", act: (g, i) => scim("PATCH", `/Groups/${g}`, patch({ op: "add", path: "members", value: [{ value: i }] })), events: [] },
    { change: "PATCH remove by filter", act: (g, i) => scim("PATCH", `/Groups/${g}`, patch({ op: "remove", path: `members[value eq "${i}"]` })), events: ["scim.idp_group.member_delete", "scim.member.update"] },
    { change: "PATCH remove of all", act: (g) => scim("PATCH", `/Groups/${g}`, patch({ op: "remove", path: "members" })), events: ["scim.idp_group.member_delete", "scim.member.update"] },
    { change: "PATCH add and remove of the same person", act: (g, _, o) => scim("PATCH", `/Groups/${g}`, patch({ op: "add", path: "members", value: [{ value: o }] }, { op: "remove", path: `members[value eq "${o}"]` })), events: [] },
    { change: "PUT with another list", act: (g, _, o) => scim("PUT", `/Groups/${g}`, group("Mapped", [o])), events: ["scim.idp_group.member_add", "scim.idp_group.member_delete", "scim.member.update", "scim.member.update"] },
    { change: "PUT with what is there", act: (g, i) => scim("PUT", `/Groups/${g}`, group("Mapped", [i])), events: [] },
    { change: "PUT with another name", act: (g, i) => scim("PUT", `/Groups/${g}`, group("Renamed", [i])), events: ["scim.idp_group.update"] },
    { change: "PATCH of the name", act: (g) => scim("PATCH", `/Groups/${g}`, patch({ op: "replace", path: "displayName", value: "Renamed" })), events: ["scim.idp_group.update"] },
    { change: "DELETE", act: (g) => scim("DELETE", `/Groups/${g}`), events: ["scim.idp_group.delete", "scim.member.update"] },
    { change: "Bulk add and remove", act: (g, i, o) => bulk({ method: "PATCH", path: `/Groups/${g}`, data: patch({ op: "add", path: "members", value: [{ value: o }] }) }, { method: "PATCH", path: `/Groups/${g}`, data: patch({ op: "remove", path: `members[value eq "${i}"]` }) }), events: ["scim.idp_group.member_add", "scim.member.update", "scim.idp_group.member_delete", "scim.member.update"] },
  ];

  it.each(rows)("$change is told exactly once, with whose roles change by it", async ({ act, events }) => {
    const [inside, outside] = [await addUser(), await addUser()];
    const id = await addGroup("Mapped", [inside]);
    await map(id);
    await told();
    await act(id, inside, outside);
    expect((await types()).sort()).toEqual([...events].sort());
  });

  it("that are nested tell people whose roles change by it, once each", async () => {
    const id = await addUser();
    const [outer, inner] = [await addGroup("Outer"), await addGroup("Inner", [id])];
    await map(outer);
    await told();
    await scim("PATCH", `/Groups/${outer}`, patch({ op: "add", path: "members", value: [{ value: inner }] }));
    expect(await types()).toEqual(["scim.idp_group.update", "scim.member.update"]);
    await scim("DELETE", `/Groups/${inner}`);
    expect((await types()).sort()).toEqual(["scim.idp_group.delete", "scim.member.update"]);
  });

  it("that no mapping names tell of the membership only", async () => {
    const id = await addUser();
    await told();
    await addGroup("Plain", [id]);
    expect(await types()).toEqual(["scim.idp_group.create", "scim.idp_group.member_add"]);
  });

  it("that a deleted person was in tell that they left, before the person goes", async () => {
    const id = await addUser();
    await addGroup("One", [id]);
    await addGroup("Two", [id]);
    await told();
    await scim("DELETE", `/Users/${id}`);
    expect(await types()).toEqual(["scim.idp_group.member_delete", "scim.idp_group.member_delete", "scim.member.delete"]);
  });
});

describe.each([
  ["direct", "credential"],
  ["dashboard", "user"],
] as const)("Changes by API and portal are told as %s", (source, actorType) => {
  let scope: OrganizationScope;
  beforeEach(() => {
    scope = { ...tenant.organizationScope, actor: { type: actorType, id: uuidv7(), label: "somebody", remoteAddress: null } };
  });
  const expected = (...names: string[]) => names.map((name) => `${source}.${name}`);

  it("members", async () => {
    const { id } = await createMember(scope, { email: "ada@acme.test" });
    await updateMember(scope, id, { name: "Ada" });
    await updateMember(scope, id, { name: "Ada" });
    await assignRole(scope, id, "org_admin");
    await assignRole(scope, id, "org_admin");
    const second = await createMember(scope, { email: "grace@acme.test", roles: ["org_admin"] });
    await unassignRole(scope, id, "org_admin");
    await deleteMember(scope, id);
    await reactivateMember(scope, id);
    expect(second.id).not.toBe(id);
    const events = await told();
    expect(events.map((event) => event.type)).toEqual(
      expected("member.create", "member.update", "member.update", "member.create", "member.update", "member.delete", "member.update"),
    );
    expect(events.map(rolesOf)).toEqual([["org_member"], ["org_member"], ["org_admin", "org_member"], ["org_admin", "org_member"], ["org_member"], [], ["org_member"]].map((roles) => expect.arrayContaining(roles) as unknown));
  });

  it("the organization", async () => {
    await updateOrganization(scope, { name: "Acme Corp" });
    await updateOrganization(scope, { name: "Acme Corp" });
    await updateOrganization(scope, { status: "suspended" });
    await deleteOrganization(scope);
    expect(await types()).toEqual(expected("organization.update", "organization.update", "organization.delete"));
    const made = await createOrganization({ ...installationScope, actor: scope.actor }, { name: "New" });
    seen = 0;
    expect((await told(made.id)).map((event) => event.type)).toEqual(expected("organization.create"));
  });

  it("connections", async () => {
    const { connection } = await createConnection(scope, { displayName: "Okta" });
    await updateConnection(scope, connection.id, { displayName: "Okta 2" });
    await updateConnection(scope, connection.id, { displayName: "Okta 2" });
    await pauseConnection(scope, connection.id);
    await deleteConnection(scope, connection.id, "keep");
    const events = await told();
    expect(events.map((event) => event.type)).toEqual(expected("scim_connection.create", "scim_connection.update", "scim_connection.update", "scim_connection.delete"));
    expect(JSON.stringify(events)).not.toContain("bearer_token\"");
  });

  it("the organization's own roles", async () => {
    await createRole(scope, { roleId: "auditor", description: "", permissions: [] });
    await updateRole(scope, "auditor", { permissions: [{ resource_id: "reports", actions: ["read"] }] });
    await updateRole(scope, "auditor", { permissions: [{ resource_id: "reports", actions: ["read"] }] });
    await deleteRole(scope, "auditor");
    const set = [{ roleId: "one", description: "", permissions: [] }, { roleId: "two", description: "", permissions: [] }];
    await setOrganizationRoles(scope, set);
    await setOrganizationRoles(scope, set);
    await setOrganizationRoles(scope, [{ roleId: "one", description: "x", permissions: [] }]);
    expect(await types()).toEqual(expected("role.create", "role.update", "role.delete", "role.create", "role.create", "role.delete", "role.update"));
  });

  it("a role of the catalogue, to every organization in its own sequence", async () => {
    const other = await createTenant({ name: "Globex" });
    await createRole(installationScope, { roleId: "reviewer", description: "", permissions: [] });
    await updateRole(installationScope, "reviewer", { permissions: [{ resource_id: "documents", actions: ["read"] }] });
    // The same again changes nothing.
    await updateRole(installationScope, "reviewer", { permissions: [{ resource_id: "documents", actions: ["read"] }] });
    const holder = await createMember(tenant.organizationScope, { email: "holder@acme.test", roles: ["reviewer"] });
    await expect(deleteRole(installationScope, "reviewer")).rejects.toMatchObject({ code: "role_in_use" });
    await unassignRole(tenant.organizationScope, holder.id, "reviewer");
    await deleteRole(installationScope, "reviewer");
    const changes = ["direct.role.create", "direct.role.update", "direct.role.delete"];
    const events = await told();
    // Whoever had it lost it before, and was told so then.
    expect(events.map((event) => event.type)).toEqual([...changes.slice(0, 2), "direct.member.create", "direct.member.update", "direct.role.delete"]);
    expect(rolesOf(events[3])).toEqual(["org_member"]);
    expect(events[1]?.payload).toMatchObject({ action: "UPDATE", object_type: "role", id: "reviewer", organization_id: `organization-${tenant.organizationId}`, role: { role_id: "reviewer", permissions: [{ resource_id: "documents", actions: ["read"] }] } });
    seen = 0;
    expect((await told(other.organizationId)).map((event) => event.type)).toEqual(changes);
    const { rows } = await pool().query<{ wrong: boolean }>(`SELECT payload->>'event_id' <> 'event-' || id AS wrong FROM event WHERE type LIKE '%.role.%'`);
    expect(rows.filter(({ wrong }) => wrong)).toEqual([]);
  });

  it("role mappings, by whose roles change", async () => {
    const [inside] = [await addUser(), await addUser()];
    const id = await addGroup("Mapped", [inside]);
    await told();
    const save = (mappings: { groupId: string; roleId: string }[]) => setRoleMappings(scope, { connectionId: tenant.connectionId, mappings });
    await createMember(tenant.organizationScope, { email: "keeper@acme.test", roles: ["org_admin"] });
    await told();
    await save([{ groupId: id, roleId: "editor" }]);
    await save([{ groupId: id, roleId: "editor" }]);
    await save([]);
    const events = await told();
    expect(events.map((event) => event.type)).toEqual(expected("member.update", "member.update"));
    expect(events.map((event) => rolesOf(event).sort())).toEqual([["editor", "org_member"], ["org_member"]]);
  });

  it("invitations, by the member they make, take back or let in", async () => {
    const invite = (email: string) => createInvitation(scope, { email, name: "", vouched: true });
    await createMember(tenant.organizationScope, { email: "keeper@acme.test", roles: ["org_admin"] });
    await told();
    const email = `ada-${uuidv7().slice(-6)}@acme.test`;
    await invite(email);
    await invite(email);
    const [open] = await findInvitations(scope);
    await revokeInvitation(scope, open?.invitation_id.slice("invitation-".length) ?? "");
    expect(await types()).toEqual(expected("member.create", "member.delete"));
    const { url } = await invite(email);
    await acceptInvitation({ token: url?.split("/").at(-1) ?? "", newAccount: { name: "Ada", password: "a long password" }, user: null, remoteAddress: null });
    expect(await types()).toEqual([`${source}.member.create`, "dashboard.member.update"]);
  });
});
