import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";
import { provisionPerson, pushGroup, setActive } from "@/tests/support/seed-directory";
import { assignRole } from "../roles/assign-role";
import { createRole } from "../roles/create-role";
import { findRoleRow } from "../roles/find-role-row";
import { setRoleMappings } from "../roles/set-role-mappings";
import { createMember } from "./create-member";
import { deleteMember } from "./delete-member";
import { findMemberByEmail } from "./find-member-by-email";
import { findMemberHistory } from "./find-member-history";
import { type FindMembers, findMembers } from "./find-members";
import { getMember } from "./get-member";
import { reactivateMember } from "./reactivate-member";
import { searchMembers } from "./search-members";
import { updateMember } from "./update-member";

let acme: Tenant;
let globex: Tenant;

beforeAll(async () => {
  for (const roleId of ["editor", "viewer"]) await createRole(installationScope, { roleId, description: "", permissions: [] });
});

async function found(tenant: Tenant, query: Partial<FindMembers>): Promise<string[]> {
  const { members, total } = await findMembers(tenant.organizationScope, { sort: "name", order: "asc", offset: 0, limit: 50, ...query });
  expect(members).toHaveLength(total);
  const names = members.map((member) => member.name);
  // Counted up to some number, the same people are found, whether they are collected or walked.
  for (const totalUpTo of [1, 2, 1000]) {
    const counted = await findMembers(tenant.organizationScope, { sort: "name", order: "asc", offset: 0, limit: 50, ...query, totalUpTo });
    expect(counted.members.map((member) => member.name)).toEqual(names);
    expect(counted.isMore ? counted.total < total : counted.total === total).toBe(true);
  }
  return names;
}

async function eventsOf(memberId: string): Promise<string[]> {
  const { rows } = await pool().query<{ type: string }>(`SELECT type FROM event WHERE object_id = $1 ORDER BY position`, [memberId]);
  return rows.map((row) => row.type);
}

describe("Finding members", () => {
  beforeAll(async () => {
    acme = await createTenant({ name: "Acme" });
    globex = await createTenant({ name: "Globex" });
    const ada = await provisionPerson(acme, { name: "Ada Lovelace", email: "ada@acme.test", externalId: "00uADA" });
    const bob = await provisionPerson(acme, { name: "Bob_100%", email: "bob@acme.test" });
    await setActive(await provisionPerson(acme, { name: "Cleo", email: "cleo@acme.test" }), false);
    await provisionPerson(globex, { name: "Ada Globex", email: "ada@globex.test", externalId: "00uADA" });
    const backend = await pushGroup(acme, "Backend", [ada]);
    const engineering = await pushGroup(acme, "Engineering", [bob], [backend]);
    await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings: [{ groupId: engineering, roleId: "editor" }] });
  });

  it("a part of the name, e-mail, userName or external id finds, whatever its case, only in this organization", async () => {
    expect(await found(acme, { search: "LOVEL" })).toEqual(["Ada Lovelace"]);
    expect(await found(acme, { search: "ada@" })).toEqual(["Ada Lovelace"]);
    expect(await found(acme, { search: "00uada" })).toEqual(["Ada Lovelace"]);
  });

  it("what means something to LIKE is taken literally", async () => {
    expect(await found(acme, { search: "b_100%" })).toEqual(["Bob_100%"]);
    expect(await found(acme, { search: "%" })).toEqual(["Bob_100%"]);
    expect(await found(acme, { search: "\\" })).toEqual([]);
  });

  it("filters by status, by group with the groups inside it, by role from any source, by connection", async () => {
    expect(await found(acme, { status: "deactivated" })).toEqual(["Cleo"]);
    const { rows } = await pool().query<{ id: string }>(`SELECT id FROM idp_group WHERE organization_id = $1 AND display_name = 'Engineering'`, [acme.organizationId]);
    expect(await found(acme, { groupId: rows[0]?.id })).toEqual(["Ada Lovelace", "Bob_100%"]);
    expect(await found(acme, { roleId: await findRoleRow(acme.organizationScope, "editor") })).toEqual(["Ada Lovelace", "Bob_100%"]);
    expect(await found(acme, { roleId: await findRoleRow(acme.organizationScope, "org_member") })).toEqual(["Ada Lovelace", "Bob_100%"]);
    expect(await found(acme, { connectionId: acme.connectionId })).toHaveLength(3);
    expect(await found(acme, { groupId: rows[0]?.id, search: "bob", status: "active" })).toEqual(["Bob_100%"]);
    expect(await found(globex, { groupId: rows[0]?.id })).toEqual([]);
    expect(await found(globex, { connectionId: acme.connectionId })).toEqual([]);
  });

  it("cursor pages over two organizations show everyone once, also while people arrive", async () => {
    const scopes = [acme.organizationScope, globex.organizationScope];
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await searchMembers(scopes, { operator: "AND", filters: [], cursor, limit: 2 });
      seen.push(...page.members.map((member) => member.name));
      cursor = page.nextCursor;
      if (seen.length === 2) await provisionPerson(globex, { name: "Late", email: "late@globex.test" });
    } while (cursor);
    expect(seen.sort()).toEqual(["Ada Globex", "Ada Lovelace", "Bob_100%", "Cleo", "Late"]);
  });
});

describe("Members added by hand", () => {
  beforeAll(async () => {
    acme = await createTenant({ name: "Acme" });
    globex = await createTenant({ name: "Globex" });
  });

  it("an e-mail address is taken once an organization, whoever has it", async () => {
    await createMember(acme.organizationScope, { email: "Kim@acme.test" });
    await provisionPerson(acme, { name: "Lee", email: "lee@acme.test" });
    await expect(createMember(acme.organizationScope, { email: "kim@ACME.test" })).rejects.toMatchObject({ kind: "conflict" });
    await expect(createMember(acme.organizationScope, { email: "lee@acme.test" })).rejects.toMatchObject({ kind: "conflict" });
    await expect(createMember(globex.organizationScope, { email: "kim@acme.test" })).resolves.toMatchObject({ email: "kim@acme.test" });
    const race = await Promise.allSettled(["a", "b"].map((name) => createMember(acme.organizationScope, { email: "race@acme.test", name })));
    expect(race.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await findMemberByEmail(acme.organizationScope, "KIM@acme.test")).email).toBe("Kim@acme.test");
  });

  it("an unknown role leaves no member behind", async () => {
    await expect(createMember(acme.organizationScope, { email: "no@acme.test", roles: ["nope"] })).rejects.toMatchObject({ kind: "invalid" });
    await expect(findMemberByEmail(acme.organizationScope, "no@acme.test")).rejects.toMatchObject({ kind: "not_found" });
  });

  it("each effective change has one event, a change of nothing none", async () => {
    const { id } = await createMember(acme.organizationScope, { email: "mia@acme.test", name: "Mia", trustedMetadata: { plan: "a", old: 1 } });
    await updateMember(acme.organizationScope, id, { name: "Mia" });
    await updateMember(acme.organizationScope, id, { roles: ["viewer", "org_member"] });
    await updateMember(acme.organizationScope, id, { roles: ["viewer"] });
    await assignRole(acme.organizationScope, id, "viewer");
    const changed = await updateMember(acme.organizationScope, id, { trustedMetadata: { plan: "b", old: null } });
    expect(changed.trustedMetadata).toEqual({ plan: "b" });
    await deleteMember(acme.organizationScope, id);
    expect(await eventsOf(id)).toEqual(["direct.member.create", "direct.member.update", "direct.member.update", "direct.member.delete"]);
  });

  it("someone removed is gone, and comes back with the roles that were assigned", async () => {
    const { id } = await createMember(acme.organizationScope, { email: "ned@acme.test", externalId: "ned", roles: ["editor"] });
    await deleteMember(acme.organizationScope, id);
    await expect(getMember(acme.organizationScope, id)).rejects.toMatchObject({ kind: "not_found" });
    await createMember(acme.organizationScope, { email: "other@acme.test", externalId: "ned" });
    const back = await reactivateMember(acme.organizationScope, id);
    expect(back).toMatchObject({ status: "active", externalId: null });
    expect(back.inForce.map((role) => role.roleId)).toEqual(["org_member", "editor"]);
  });

  it("another organization's members cannot be seen or touched", async () => {
    const { id } = await createMember(acme.organizationScope, { email: "olga@acme.test" });
    for (const attempt of [getMember, deleteMember, reactivateMember]) await expect(attempt(globex.organizationScope, id)).rejects.toMatchObject({ kind: "not_found" });
    await expect(updateMember(globex.organizationScope, id, { name: "Mallory" })).rejects.toMatchObject({ kind: "not_found" });
    expect(await findMemberHistory(globex.organizationScope, id, 10)).toEqual([]);
    expect((await findMemberHistory(acme.organizationScope, id, 10)).map((entry) => entry.kind)).toEqual(["member_create"]);
  });

  it("the e-mail of someone provisioned is the identity provider's to change", async () => {
    const { memberId } = await provisionPerson(acme, { name: "Pia", email: "pia@acme.test" });
    await expect(updateMember(acme.organizationScope, memberId, { email: "x@acme.test" })).rejects.toMatchObject({ code: "member_managed_by_idp" });
  });
});
