import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";
import { provisionPerson, pushGroup, setActive } from "@/tests/support/seed-directory";
import { insertGroup } from "../groups/insert-group";
import { getMember } from "../members/get-member";
import { updateMember } from "../members/update-member";
import { assignRole } from "./assign-role";
import { createRole } from "./create-role";
import { deleteRole } from "./delete-role";
import { findEffectiveRoles } from "./find-effective-roles";
import { findPreviewedPeople, type FindPreviewedPeople } from "./find-previewed-people";
import { findRoleMappings } from "./find-role-mappings";
import { findRoleChoices } from "./find-role-choices";
import { findRoles } from "./find-roles";
import { hasOneAdmin } from "./has-one-admin";
import { previewRoleMappings } from "./preview-role-mappings";
import { roleHolders } from "./role-holders";
import { setOrganizationRoles } from "./set-organization-roles";
import { setRoleMappings } from "./set-role-mappings";
import { unassignRole } from "./unassign-role";

let acme: Tenant;
let globex: Tenant;

beforeAll(async () => {
  for (const roleId of ["editor", "viewer", "billing"]) await createRole(installationScope, { roleId, description: "", permissions: [] });
});

async function rolesOf(tenant: Tenant, memberId: string): Promise<string[]> {
  const found = await findEffectiveRoles(tenant.organizationScope, [memberId]);
  return found.get(memberId)?.inForce.map((role) => role.roleId) ?? [];
}

async function eventsOf(memberId: string): Promise<string[]> {
  const { rows } = await pool().query<{ type: string }>(`SELECT type FROM event WHERE object_id = $1 ORDER BY position`, [memberId]);
  return rows.map((row) => row.type);
}

describe("Role mapping", () => {
  beforeAll(async () => {
    acme = await createTenant({ name: "Acme" });
    globex = await createTenant({ name: "Globex" });
  });

  it("saving keeps every role of a group, not only the first", async () => {
    const person = await provisionPerson(acme, { name: "Ada" });
    const groupId = await pushGroup(acme, "Engineering", [person]);
    const saved = await setRoleMappings(acme.organizationScope, {
      connectionId: acme.connectionId,
      mappings: ["editor", "viewer", "billing"].map((roleId) => ({ groupId, roleId })),
    });
    expect(saved.entries.map((entry) => entry.roleId)).toEqual(["billing", "editor", "viewer"]);
    const again = await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: saved.entries.map(({ roleId }) => ({ groupId, roleId })), version: saved.version });
    expect(again).toEqual(saved);
    expect(await rolesOf(acme, person.memberId)).toEqual(["org_member", "billing", "editor", "viewer"]);
    expect(await eventsOf(person.memberId)).toEqual(["direct.member.update"]);
  });

  it("a version that is no longer the present one is refused, and nothing changes", async () => {
    const before = await findRoleMappings(acme.organizationScope, acme.connectionId);
    await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupName: "Sales", roleId: "viewer" }] });
    await expect(setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [], version: before.version })).rejects.toMatchObject({ kind: "stale" });
    const { entries } = await findRoleMappings(acme.organizationScope, acme.connectionId);
    expect(entries).toEqual([{ groupId: null, groupName: "Sales", roleId: "viewer" }]);
  });

  it("an unknown role is refused, and another organization's role is unknown", async () => {
    await setOrganizationRoles(globex.organizationScope, [{ roleId: "globex_only", description: "", permissions: [] }]);
    for (const roleId of ["nobody", "globex_only"]) {
      const saving = setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupName: "Sales", roleId }] });
      await expect(saving).rejects.toMatchObject({ kind: "invalid", code: "unknown_role" });
    }
  });

  it("another organization's connection and groups do not exist", async () => {
    const foreign = await pushGroup(globex, "Globex staff");
    await expect(findRoleMappings(acme.organizationScope, globex.connectionId)).rejects.toMatchObject({ kind: "not_found" });
    await expect(setRoleMappings(acme.organizationScope, { connectionId: globex.connectionId, mappings: [] })).rejects.toMatchObject({ kind: "not_found" });
    const saving = setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupId: foreign, roleId: "viewer" }] });
    await expect(saving).rejects.toMatchObject({ kind: "invalid", code: "unknown_group" });
  });

  it("a group that was only named gives its roles once it is pushed, and keeps them when renamed", async () => {
    await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupName: " Support ", roleId: "viewer" }, { groupName: "support", roleId: "editor" }] });
    const person = await provisionPerson(acme, { name: "Sue" });
    const groupId = uuidv7();
    await insertGroup(acme.connectionScope, groupId, { displayName: "SUPPORT", externalId: null, attributes: {} });
    await pool().query(`INSERT INTO group_membership (group_id, registration_id, connection_id) VALUES ($1, $2, $3)`, [groupId, person.registrationId, acme.connectionId]);
    expect(await rolesOf(acme, person.memberId)).toEqual(["org_member", "editor", "viewer"]);
    await pool().query(`UPDATE idp_group SET display_name = 'Help desk', display_name_key = 'help desk' WHERE id = $1`, [groupId]);
    const { entries } = await findRoleMappings(acme.organizationScope, acme.connectionId);
    expect(entries).toEqual([
      { groupId, groupName: "Help desk", roleId: "editor" },
      { groupId, groupName: "Help desk", roleId: "viewer" },
    ]);
  });

  it("two admins who save at the same moment do not overwrite each other unseen", async () => {
    const { version } = await findRoleMappings(acme.organizationScope, acme.connectionId);
    const save = (roleId: string) => setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupName: "Race", roleId }], version });
    const results = await Promise.allSettled([save("viewer"), save("editor")]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("Effective roles in the database", () => {
  beforeAll(async () => {
    acme = await createTenant({ name: "Acme" });
    globex = await createTenant({ name: "Globex" });
  });

  it("manual and mapped grants never overwrite each other", async () => {
    const person = await provisionPerson(acme, { name: "Bob" });
    const groupId = await pushGroup(acme, "Writers", [person]);
    await assignRole(acme.organizationScope, person.memberId, "editor");
    await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupId, roleId: "editor" }] });
    const both = await getMember(acme.organizationScope, person.memberId);
    expect(both.inForce.find((role) => role.roleId === "editor")?.sources.map((source) => source.type)).toEqual(["direct_assignment", "scim_connection_group"]);
    await updateMember(acme.organizationScope, person.memberId, { roles: [] });
    expect(await rolesOf(acme, person.memberId)).toContain("editor");
    await assignRole(acme.organizationScope, person.memberId, "editor");
    await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [] });
    expect(await rolesOf(acme, person.memberId)).toContain("editor");
    await unassignRole(acme.organizationScope, person.memberId, "editor");
    expect(await rolesOf(acme, person.memberId)).toEqual(["org_member"]);
  });

  it("a role of an outer group reaches the inner one's people, with the path", async () => {
    const person = await provisionPerson(acme, { name: "Cleo" });
    const backend = await pushGroup(acme, "Backend", [person]);
    const engineering = await pushGroup(acme, "All engineering", [], [backend]);
    await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupId: engineering, roleId: "viewer" }] });
    const { inForce } = await getMember(acme.organizationScope, person.memberId);
    expect(inForce.find((role) => role.roleId === "viewer")?.sources).toMatchObject([{ groupName: "All engineering", path: [{ groupName: "Backend" }, { groupName: "All engineering" }] }]);
  });

  it("deactivation takes every role, reactivation restores them", async () => {
    const person = await provisionPerson(acme, { name: "Dan" });
    const groupId = await pushGroup(acme, "Sellers", [person]);
    await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupId, roleId: "billing" }] });
    await setActive(person, false);
    expect(await rolesOf(acme, person.memberId)).toEqual([]);
    expect((await getMember(acme.organizationScope, person.memberId)).suspended.map((role) => role.roleId)).toEqual(["org_member", "billing"]);
    await setActive(person, true);
    expect(await rolesOf(acme, person.memberId)).toEqual(["org_member", "billing"]);
  });

  it("the SQL for everybody says the same as the function for one", async () => {
    const people = await pool().query<{ id: string }>(`SELECT id FROM member WHERE organization_id = $1`, [acme.organizationId]);
    const one = await findEffectiveRoles(acme.organizationScope, people.rows.map((row) => row.id));
    const held = await pool().query<{ role_id: string; member_id: string }>(
      `SELECT role.role_id, member_id FROM (${roleHolders()}) AS holder JOIN role ON role.id = holder.role_id`,
      [acme.organizationId],
    );
    const bySql = held.rows.map((row) => `${row.member_id} ${row.role_id}`).sort();
    const byFunction = [...one].flatMap(([id, roles]) => roles.inForce.filter((role) => role.roleId !== "org_member").map((role) => `${id} ${role.roleId}`)).sort();
    expect(bySql).toEqual(byFunction);
    expect(bySql.length).toBeGreaterThan(0);
  });

  it("people of another organization are nobody", async () => {
    const stranger = await provisionPerson(globex, { name: "Eve" });
    expect((await findEffectiveRoles(acme.organizationScope, [stranger.memberId])).size).toBe(0);
    await expect(assignRole(acme.organizationScope, stranger.memberId, "editor")).rejects.toMatchObject({ kind: "not_found", code: "member_not_found" });
  });
});

describe("Preview of a mapping", () => {
  beforeAll(async () => {
    acme = await createTenant({ name: "Acme" });
  });

  it("names who gains and who loses, counts once, and warns when nobody administers any more", async () => {
    const [ann, ben] = [await provisionPerson(acme, { name: "Ann" }), await provisionPerson(acme, { name: "Ben" })];
    const [staff, admins] = [await pushGroup(acme, "Staff", [ann, ben]), await pushGroup(acme, "Admins", [ben])];
    const saved = await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupId: admins, roleId: "org_admin" }] });
    const preview = await previewRoleMappings(acme.organizationScope, {
      connectionId: acme.connectionId,
      mappings: [{ groupId: staff, roleId: "viewer" }, { groupId: admins, roleId: "viewer" }],
    });
    expect(preview).toMatchObject({ version: saved.version, warnings: ["no_org_admin_left"] });
    expect(preview.changes).toMatchObject([
      { roleId: "org_admin", change: "lost", count: 1, members: [{ name: "Ben" }] },
      { roleId: "viewer", change: "gained", count: 2, members: [{ name: "Ann" }, { name: "Ben" }] },
    ]);
    expect(await rolesOf(acme, ben.memberId)).toEqual(["org_admin", "org_member"]);
  });

  it("names everyone who would gain or lose a role a page at a time, searched by name or e-mail, nobody twice", async () => {
    const people = [];
    for (const name of ["Zoe", "Yan", "Xia", "Wim", "Uma 100%"]) people.push(await provisionPerson(acme, { name }));
    const [one, two, gone] = [await pushGroup(acme, "Pages one", people.slice(0, 3)), await pushGroup(acme, "Pages two", people.slice(2)), await pushGroup(acme, "Pages gone", people)];
    await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupId: gone, roleId: "billing" }] });
    const names = async (asked: Pick<FindPreviewedPeople, "roleId" | "change" | "offset" | "limit"> & { search?: string }) => {
      const mappings = [{ groupId: one, roleId: "editor" }, { groupId: two, roleId: "editor" }];
      const { members, total } = await findPreviewedPeople(acme.organizationScope, { connectionId: acme.connectionId, mappings, ...asked });
      return [members.map(({ name }) => name), total];
    };
    expect(await names({ roleId: "editor", change: "gained", offset: 0, limit: 2 })).toEqual([["Uma 100%", "Wim"], 5]);
    expect(await names({ roleId: "editor", change: "gained", offset: 4, limit: 2 })).toEqual([["Zoe"], 5]);
    expect(await names({ roleId: "editor", change: "gained", offset: 10, limit: 2 })).toEqual([[], 5]);
    expect(await names({ roleId: "editor", change: "gained", search: "0%", offset: 0, limit: 2 })).toEqual([["Uma 100%"], 1]);
    expect(await names({ roleId: "billing", change: "lost", search: "x", offset: 0, limit: 9 })).toEqual([expect.arrayContaining(["Xia"]), expect.any(Number)]);
    expect(await names({ roleId: "editor", change: "lost", offset: 0, limit: 2 })).toEqual([[], 0]);
    await expect(findPreviewedPeople(globex.organizationScope, { connectionId: acme.connectionId, mappings: [], roleId: "editor", change: "lost", offset: 0, limit: 9 })).rejects.toMatchObject({ code: "scim_connection_not_found" });
  });

  it("a preview of a change that was made on an older mapping is stale", async () => {
    const { version } = await findRoleMappings(acme.organizationScope, acme.connectionId);
    await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupName: `Later ${version}`, roleId: "editor" }] });
    await expect(previewRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [], version })).rejects.toMatchObject({ kind: "stale", code: "role_mappings_changed" });
  });
});

describe("Role catalogue", () => {
  beforeAll(async () => {
    acme = await createTenant({ name: "Acme" });
    globex = await createTenant({ name: "Globex" });
  });

  it("lists how many people have each role", async () => {
    const person = await provisionPerson(acme, { name: "Fay" });
    await assignRole(acme.organizationScope, person.memberId, "viewer");
    const roles = await findRoles(acme.organizationScope);
    expect(roles.find((role) => role.roleId === "viewer")).toMatchObject({ memberCount: 1, groupCount: 0 });
    expect(roles.find((role) => role.roleId === "org_member")).toMatchObject({ memberCount: 1, reserved: true });
    expect(roles.map((role) => role.roleId).slice(0, 2)).toEqual(["org_admin", "org_member"]);
  });

  it("an organization's own role is not seen by another", async () => {
    await setOrganizationRoles(acme.organizationScope, [{ roleId: "pilot", description: "Flies", permissions: [] }]);
    expect((await findRoles(acme.organizationScope)).map((role) => role.roleId)).toContain("pilot");
    expect((await findRoles(globex.organizationScope)).map((role) => role.roleId)).not.toContain("pilot");
  });

  it("the roles to choose from are the same ones, in the same order, and nobody is counted for them", async () => {
    const listed = (await findRoles(acme.organizationScope)).map(({ memberCount: _, groupCount: __, ...role }) => role);
    expect(await findRoleChoices(acme.organizationScope)).toEqual(listed);
  });

  it("one administrator is told from none and from two", async () => {
    expect(await hasOneAdmin(globex.organizationScope)).toBe(false);
    for (const only of [true, false]) {
      const person = await provisionPerson(globex, { name: `Admin ${String(only)}` });
      await assignRole(globex.organizationScope, person.memberId, "org_admin");
      expect(await hasOneAdmin(globex.organizationScope)).toBe(only);
    }
  });

  it("a name cannot mean two roles", async () => {
    await expect(createRole(acme.organizationScope, { roleId: "viewer", description: "", permissions: [] })).rejects.toMatchObject({ kind: "conflict" });
    await expect(createRole(installationScope, { roleId: "pilot", description: "", permissions: [] })).rejects.toMatchObject({ kind: "conflict" });
    await expect(setOrganizationRoles(acme.organizationScope, [{ roleId: "org_admin", description: "", permissions: [] }])).rejects.toMatchObject({ kind: "conflict" });
  });

  it("reserved roles and roles in use stay", async () => {
    await expect(deleteRole(installationScope, "org_admin")).rejects.toMatchObject({ kind: "forbidden" });
    await expect(deleteRole(installationScope, "viewer")).rejects.toMatchObject({ kind: "conflict", code: "role_in_use" });
    await expect(deleteRole(acme.organizationScope, "viewer")).rejects.toMatchObject({ kind: "not_found" });
  });
});
