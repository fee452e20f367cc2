import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import type { JsonValue } from "@/lib/scim/resource/resource";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { provisionPerson, pushGroup } from "@/tests/support/seed-directory";
import { assignRole } from "./assign-role";
import { createRole } from "./create-role";
import { findEffectiveRoles } from "./find-effective-roles";
import { setRoleMappings } from "./set-role-mappings";

type Person = Awaited<ReturnType<typeof provisionPerson>>;
type Told = { type: string; roles: { role_id: string; sources: { type: string }[] }[] | null };

let acme: Tenant;
let globex: Tenant;
let serial = 0;

beforeAll(async () => {
  for (const roleId of ["editor", "viewer"]) await createRole(installationScope, { roleId, description: "", permissions: [] });
});

beforeEach(async () => {
  [acme, globex] = [await createTenant({ name: "Acme" }), await createTenant({ name: "Globex" })];
});

const person = (tenant = acme): Promise<Person> => provisionPerson(tenant, { name: `Person ${++serial}` });

const map = (...mappings: { groupId?: string; groupName?: string; roleId: string }[]) =>
  setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: mappings });

async function patch(group: string, ...Operations: JsonValue[]): Promise<void> {
  const { status } = await callScim(acme, "PATCH", `/Groups/${group}`, { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations });
  expect(status).toBe(204);
}

const add = (id: string): JsonValue => ({ op: "add", path: "members", value: [{ value: id }] });
const remove = (id: string): JsonValue => ({ op: "remove", path: `members[value eq "${id}"]` });

/** Events about the member since the last call of this for them, of roles only. */
const seen = new Map<string, number>();
async function told({ memberId }: Person): Promise<string[][]> {
  const { rows } = await pool().query<Told>(
    `SELECT type, payload #> '{member,roles}' AS roles FROM event WHERE object_id = $1 AND type LIKE '%.member.update' ORDER BY position`,
    [memberId],
  );
  const fresh = rows.slice(seen.get(memberId) ?? 0);
  seen.set(memberId, rows.length);
  return fresh.map((row) => (row.roles ?? []).map((role) => role.role_id));
}

/** One event that carries exactly the roles that the database now computes. */
async function expectOneEvent(who: Person, roles: string[]): Promise<void> {
  expect(await told(who)).toEqual([roles]);
  const found = await findEffectiveRoles(acme.organizationScope, [who.memberId]);
  expect((found.get(who.memberId)?.inForce ?? []).map((role) => role.roleId).sort()).toEqual([...roles].sort());
}

describe("An event when effective roles change by SCIM", () => {
  it("joining and leaving a mapped group tells it once, after the membership; a repetition tells nothing", async () => {
    const [ada, bob] = [await person(), await person()];
    const group = await pushGroup(acme, "Editors", [bob]);
    await map({ groupId: group, roleId: "editor" });
    await told(bob);
    await patch(group, add(ada.registrationId));
    await expectOneEvent(ada, ["editor", "org_member"]);
    const { rows } = await pool().query<{ type: string }>("SELECT type FROM event WHERE $1 IN (member_id, object_id) ORDER BY position", [ada.memberId]);
    expect(rows.map((row) => row.type)).toEqual(["scim.idp_group.member_add", "scim.member.update"]);
    await patch(group, add(ada.registrationId));
    expect(await told(ada)).toEqual([]);
    await patch(group, remove(ada.registrationId));
    await expectOneEvent(ada, ["org_member"]);
    await patch(group, remove(ada.registrationId));
    expect(await told(ada)).toEqual([]);
    expect(await told(bob)).toEqual([]);
  });

  it("a group that no mapping names, and a role that someone has for another reason, tell nothing", async () => {
    const [ada, bob] = [await person(), await person()];
    const [plain, first, second] = [await pushGroup(acme, "Plain"), await pushGroup(acme, "First", [ada]), await pushGroup(acme, "Second")];
    await map({ groupId: first, roleId: "editor" }, { groupId: second, roleId: "editor" });
    await assignRole(acme.organizationScope, bob.memberId, "editor");
    await Promise.all([told(ada), told(bob)]);
    for (const who of [ada, bob]) {
      await patch(plain, add(who.registrationId));
      await patch(second, add(who.registrationId));
      expect(await told(who)).toEqual([]);
    }
    await patch(first, remove(ada.registrationId));
    expect(await told(ada)).toEqual([]);
    await patch(second, remove(ada.registrationId));
    await expectOneEvent(ada, ["org_member"]);
  });

  it("replacing the members by PUT tells those who came and those who went, not those who stayed", async () => {
    const [ada, bob, cyd] = [await person(), await person(), await person()];
    const group = await pushGroup(acme, "Team", [ada, bob]);
    await map({ groupId: group, roleId: "viewer" });
    for (const who of [ada, bob]) await told(who);
    await callScim(acme, "PUT", `/Groups/${group}`, { displayName: "Team", members: [bob, cyd].map((who) => ({ value: who.registrationId })) });
    await expectOneEvent(ada, ["org_member"]);
    expect(await told(bob)).toEqual([]);
    await expectOneEvent(cyd, ["org_member", "viewer"]);
  });

  it("nesting a group, taking it out and deleting it tell those inside it, however deep", async () => {
    const [ada, bob] = [await person(), await person()];
    const deep = await pushGroup(acme, "Deep", [ada]);
    const inner = await pushGroup(acme, "Inner", [bob], [deep]);
    const outer = await pushGroup(acme, "Outer");
    await map({ groupId: outer, roleId: "editor" });
    await patch(outer, add(inner));
    for (const who of [ada, bob]) await expectOneEvent(who, ["editor", "org_member"]);
    await patch(outer, remove(inner));
    for (const who of [ada, bob]) await expectOneEvent(who, ["org_member"]);
    await patch(outer, add(inner), add(bob.registrationId));
    for (const who of [ada, bob]) expect(await told(who)).toContainEqual(["editor", "org_member"]);
    await callScim(acme, "DELETE", `/Groups/${inner}`);
    await expectOneEvent(ada, ["org_member"]);
    expect(await told(bob)).toEqual([]);
    await callScim(acme, "DELETE", `/Groups/${outer}`);
    await expectOneEvent(bob, ["org_member"]);
  });

  it("a group that is created or renamed into a typed mapping brings its role", async () => {
    const [ada, bob] = [await person(), await person()];
    const old = await pushGroup(acme, "Old name", [ada]);
    await map({ groupName: "Waiting", roleId: "viewer" }, { groupName: "New", roleId: "editor" });
    await patch(old, { op: "replace", path: "displayName", value: "Waiting" });
    await expectOneEvent(ada, ["org_member", "viewer"]);
    await callScim(acme, "POST", "/Groups", { displayName: "New", members: [{ value: bob.registrationId }] });
    await expectOneEvent(bob, ["editor", "org_member"]);
  });

  it("inactive people and other organizations hear nothing", async () => {
    const gone = await provisionPerson(acme, { name: "Gone", active: false });
    const stranger = await person(globex);
    const foreign = await pushGroup(globex, "Editors", [stranger]);
    const group = await pushGroup(acme, "Editors");
    await map({ groupId: group, roleId: "editor" });
    await patch(group, add(gone.registrationId), add(stranger.registrationId));
    expect(await told(gone)).toEqual([]);
    expect(await told(stranger)).toEqual([]);
    await callScim(acme, "DELETE", `/Groups/${foreign}`);
    const { rows } = await pool().query("SELECT id FROM event WHERE organization_id = $1", [globex.organizationId]);
    expect(rows).toEqual([]);
  });

  it("adding one member costs the same whatever the size of the group", async () => {
    const big = await pushGroup(acme, "Everybody");
    await pool().query(
      `WITH m AS (INSERT INTO member (id, organization_id, origin, status, email, email_key, name)
         SELECT gen_random_uuid(), $1, 'scim', 'active', n || '@big.test', n || '@big.test', '' FROM generate_series(1, 20000) n RETURNING id, email),
       r AS (INSERT INTO registration (id, connection_id, organization_id, member_id, user_name, user_name_key, attributes)
         SELECT gen_random_uuid(), $2, $1, id, email, email, '{}' FROM m RETURNING id)
       INSERT INTO group_membership (group_id, registration_id, connection_id) SELECT $3, id, $2 FROM r`,
      [acme.organizationId, acme.connectionId, big],
    );
    await pool().query("ANALYZE member, registration, group_membership");
    const people: Person[] = [];
    for (let at = 0; at < 12; at += 1) people.push(await person());
    const small = await pushGroup(acme, "Nobody");
    await map({ groupId: small, roleId: "viewer" });
    await pool().query("INSERT INTO role_mapping (id, organization_id, connection_id, group_id, group_name, group_name_key, role_id) SELECT gen_random_uuid(), organization_id, connection_id, $1, 'Everybody', 'everybody', id FROM (SELECT role_mapping.organization_id, connection_id, role.id FROM role_mapping JOIN role ON role.role_id = 'editor' WHERE connection_id = $2) x", [big, acme.connectionId]);
    const time = async (group: string): Promise<number> => {
      const spent: number[] = [];
      for (const { registrationId } of people) {
        const start = performance.now();
        await patch(group, add(registrationId));
        spent.push(performance.now() - start);
      }
      return spent.sort((a, b) => a - b)[spent.length >> 1] ?? 0;
    };
    const [inSmall, inBig] = [await time(small), await time(big)];
    expect(inBig).toBeLessThan(inSmall * 5 + 20);
  }, 60_000);
});
