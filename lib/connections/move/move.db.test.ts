import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { createMember } from "@/lib/directory/members/create-member";
import { assignRole } from "@/lib/directory/roles/assign-role";
import { findEffectiveRoles } from "@/lib/directory/roles/find-effective-roles";
import { createTenant, type Tenant } from "@/tests/support/create-tenant";
import { callScim } from "@/tests/support/scim-client";
import { decideAdoptions } from "../adoption/decide-adoptions";
import { findAdoptions } from "../adoption/find-adoptions";
import { setAdoptionPolicy } from "../adoption/set-adoption-policy";
import { deleteConnection } from "../delete-connection";
import { cancelMove } from "./cancel-move";
import { detachPerson } from "./detach-person";
import { getMove } from "./find-move";
import { findMovedPeople } from "./find-moved-people";
import { finishMove } from "./finish-move";
import { matchPerson } from "./match-person";
import { startMove } from "./start-move";

let acme: Tenant;

beforeEach(async () => {
  acme = await createTenant();
});

type Side = Pick<Tenant, "connectionId" | "token">;
async function add(side: Side, userName: string, more: Record<string, unknown> = {}): Promise<string> {
  const reply = await callScim(side, "POST", "/Users", { userName, externalId: `${side.connectionId}-${userName}`, ...more });
  expect([userName, reply.status, reply.body.detail]).toEqual([userName, 201, undefined]);
  return String(reply.body.id);
}
const memberOf = async (id: string) => (await pool().query<{ id: string; status: string; origin: string }>("SELECT m.id, m.status, m.origin FROM member m JOIN registration r ON r.member_id = m.id WHERE r.id = $1", [id])).rows[0];
const statusOf = async (id: string | undefined) => (await pool().query<{ status: string }>("SELECT status FROM member WHERE id = $1", [id])).rows[0]?.status;
const eventsOf = async (id: string | undefined) => (await pool().query<{ type: string }>("SELECT type FROM event WHERE object_id = $1 ORDER BY position", [id])).rows.map((row) => row.type);
const open = () => findAdoptions(acme.organizationScope, acme.connectionId, { status: "open", page: 1, limit: 50 });
const begin = async (): Promise<Side> => {
  const { connection, bearerToken } = await startMove(acme.organizationScope, { fromId: acme.connectionId, displayName: "Entra", identityProvider: "microsoft-entra" });
  return { connectionId: connection.id, token: bearerToken };
};
async function grant(side: Side, name: string, ids: string[], role = "org_admin"): Promise<void> {
  const group = String((await callScim(side, "POST", "/Groups", { displayName: name, members: ids.map((value) => ({ value })) })).body.id);
  await pool().query(
    `INSERT INTO role_mapping (id, organization_id, connection_id, group_id, group_name, group_name_key, role_id) SELECT gen_random_uuid(), $1, $2, $3, $4, lower($4), id FROM role WHERE role_id = $5 AND organization_id IS NULL`,
    [acme.organizationId, side.connectionId, group, name, role],
  );
}

describe("A person whose e-mail a member has already", () => {
  it("becomes a member of their own, and an administrator says whether it is one person", async () => {
    const before = await createMember(acme.organizationScope, { email: "ada@example.com", name: "Ada", roles: ["org_admin"] });
    const id = await add(acme, "ada@example.com", { displayName: "Ada L." });
    const own = await memberOf(id);
    expect(own?.id).not.toBe(before.id);
    const { adoptions, total } = await open();
    expect([total, adoptions[0]]).toMatchObject([1, { reason: "email", memberId: before.id, registrationId: id, memberRoles: ["org_admin"], memberOrigin: "direct" }]);
    await decideAdoptions(acme.organizationScope, { connectionId: acme.connectionId, decision: "link", adoptionIds: [String(adoptions[0]?.id)] });
    expect(await memberOf(id)).toMatchObject({ id: before.id, status: "active", origin: "scim" });
    expect([await statusOf(own?.id), (await open()).total]).toEqual(["deleted", 0]);
    expect(await eventsOf(own?.id)).toEqual(["scim.member.create", "direct.member.delete"]);
    expect((await findEffectiveRoles(acme.organizationScope, [before.id])).get(before.id)?.inForce.map((role) => role.roleId)).toContain("org_admin");
  });

  it("is asked about once, whatever the answer", async () => {
    await createMember(acme.organizationScope, { email: "bob@example.com" });
    for (const decision of ["apart", "ignore"] as const) {
      const id = await add(acme, "bob@example.com");
      const { adoptions } = await open();
      if (decision === "apart") expect(adoptions).toHaveLength(1);
      await decideAdoptions(acme.organizationScope, { connectionId: acme.connectionId, decision, adoptionIds: adoptions.map((each) => each.id) });
      expect((await open()).total).toBe(0);
      await callScim(acme, "DELETE", `/Users/${id}`);
    }
  });

  it("waits for the answer where the connection says so: the IdP is refused until then, and its next attempt is the member", async () => {
    await setAdoptionPolicy(acme.organizationScope, acme.connectionId, "hold");
    const before = await createMember(acme.organizationScope, { email: "eve@example.com" });
    for (let round = 0; round < 2; round++) {
      const refused = await callScim(acme, "POST", "/Users", { userName: "eve@example.com" });
      expect([refused.status, refused.body.scimType, refused.body.detail]).toEqual([409, "uniqueness", expect.stringContaining(`/connections/${acme.connectionId}/matches`)]);
    }
    const { adoptions, total } = await open();
    expect([total, adoptions[0]?.registrationId]).toEqual([1, null]);
    await decideAdoptions(acme.organizationScope, { connectionId: acme.connectionId, decision: "link", adoptionIds: [String(adoptions[0]?.id)] });
    expect(await memberOf(await add(acme, "eve@example.com"))).toMatchObject({ id: before.id, status: "active" });
    expect(await eventsOf(before.id)).toEqual(["direct.member.create", "scim.member.update"]);
  });

  it("is linked at once only where the policy says so and the member confirmed the address", async () => {
    await setAdoptionPolicy(acme.organizationScope, acme.connectionId, "verified");
    const [known, claimed] = [await createMember(acme.organizationScope, { email: "kim@example.com" }), await createMember(acme.organizationScope, { email: "lee@example.com" })];
    await pool().query(`WITH u AS (INSERT INTO "user" (id, email, email_verified) VALUES (gen_random_uuid(), 'kim@example.com', now()) RETURNING id) UPDATE member SET user_id = u.id FROM u WHERE member.id = $1`, [known.id]);
    expect(await memberOf(await add(acme, "kim@example.com"))).toMatchObject({ id: known.id });
    expect((await memberOf(await add(acme, "lee@example.com")))?.id).not.toBe(claimed.id);
    expect((await open()).adoptions.map((each) => each.memberId)).toEqual([claimed.id]);
  });

  it("is one person of the connection, also when two calls or two answers match the member at once", async () => {
    await setAdoptionPolicy(acme.organizationScope, acme.connectionId, "verified");
    const known = await createMember(acme.organizationScope, { email: "zoe@example.com" });
    await pool().query(`WITH u AS (INSERT INTO "user" (id, email, email_verified) VALUES (gen_random_uuid(), 'zoe@example.com', now()) RETURNING id) UPDATE member SET user_id = u.id FROM u WHERE member.id = $1`, [known.id]);
    const emails = [{ value: "zoe@example.com", primary: true }];
    const ids = await Promise.all(["zoe.1", "zoe.2", "zoe.3", "zoe.4"].map((userName) => add(acme, userName, { emails })));
    const members = await Promise.all(ids.map((id) => memberOf(id)));
    expect(members.filter((member) => member?.id === known.id)).toHaveLength(1);
    expect(new Set(members.map((member) => member?.id)).size).toBe(4);

    const twice = await createMember(acme.organizationScope, { email: "lee@example.com" });
    const [first, second] = await Promise.all(["lee.1", "lee.2"].map((userName) => add(acme, userName, { emails: [{ value: "lee@example.com", primary: true }] })));
    const asked = (await open()).adoptions.filter((each) => each.memberId === twice.id).map((each) => each.id);
    expect(asked).toHaveLength(2);
    expect(await decideAdoptions(acme.organizationScope, { connectionId: acme.connectionId, decision: "link", adoptionIds: asked })).toBe(1);
    expect([await memberOf(String(first)), await memberOf(String(second))].filter((member) => member?.id === twice.id)).toHaveLength(1);
    expect((await open()).adoptions.filter((each) => each.memberId === twice.id)).toEqual([]);
  });

  it("is never asked about where the connection says so, nor across organizations", async () => {
    const other = await createTenant({ name: "Other" });
    await createMember(other.organizationScope, { email: "zoe@example.com" });
    await add(acme, "zoe@example.com");
    expect((await open()).total).toBe(0);
    await setAdoptionPolicy(acme.organizationScope, acme.connectionId, "separate");
    await createMember(acme.organizationScope, { email: "max@example.com" });
    await add(acme, "max@example.com");
    expect((await open()).total).toBe(0);
  });
});

describe("A move to another identity provider", () => {
  it("keeps ids, roles and access of everybody whom both directories know, and closes the old connection", async () => {
    const people = ["ada@example.com", "bob@example.com", "cy@example.com"];
    const ids = await Promise.all(people.map((name) => add(acme, name)));
    const before = await Promise.all(ids.map(memberOf));
    await grant(acme, "Admins", ids.slice(0, 2));
    const entra = await begin();
    const fresh = await Promise.all(people.slice(0, 2).map((name) => add(entra, name.toUpperCase())));
    const newcomer = await add(entra, "new@example.com");
    expect((await Promise.all(fresh.map(memberOf))).map((each) => each?.id)).toEqual(before.slice(0, 2).map((each) => each?.id));
    expect((await getMove(acme.organizationScope, acme.connectionId)).counts).toEqual({ matched: 2, ambiguous: 0, only_old: 1, only_new: 1 });
    for (const id of ids) expect((await callScim(acme, "PATCH", `/Users/${id}`, { Operations: [{ op: "replace", path: "active", value: false }] })).body.active).toBe(false);
    expect(await Promise.all(before.map((each) => statusOf(each?.id)))).toEqual(["active", "active", "active"]);
    expect((await callScim(acme, "DELETE", `/Users/${ids[2]}`)).status).toBe(409);
    expect((await callScim(acme, "GET", `/Users/${ids[2]}`)).body).toMatchObject({ active: false });
    await callScim(entra, "POST", "/Groups", { displayName: "admins", members: fresh.map((value) => ({ value })) });
    const move = await finishMove(acme.organizationScope, entra.connectionId, "deactivate");
    expect(move).toMatchObject({ status: "finished", counts: { matched: 2, only_old: 1, only_new: 1 } });
    expect(await Promise.all(before.map((each) => statusOf(each?.id)))).toEqual(["active", "active", "deactivated"]);
    expect((await memberOf(newcomer))?.status).toBe("active");
    const roles = await findEffectiveRoles(acme.organizationScope, [before[0]?.id ?? ""]);
    expect(roles.get(before[0]?.id ?? "")?.inForce.map((role) => role.roleId)).toContain("org_admin");
    expect((await callScim(acme, "GET", "/Users")).status).toBe(401);
    const { people: report } = await findMovedPeople(acme.organizationScope, move, { page: 1, limit: 50 });
    expect(report.map((each) => [each.outcome, each.oldUserName, each.newUserName, each.matchedBy, each.fate])).toEqual([
      ["only_new", null, "new@example.com", null, null],
      ["only_old", "cy@example.com", null, null, "deactivated"],
      ["matched", "ada@example.com", "ADA@EXAMPLE.COM", "email", null],
      ["matched", "bob@example.com", "BOB@EXAMPLE.COM", "email", null],
    ]);
  });

  it("matches by userName too, asks where several could be meant, and takes a match by hand", async () => {
    const [work, twin, renamed] = [await add(acme, "ann", { emails: [{ value: "ann@example.com" }] }), await add(acme, "ann2", { emails: [{ value: "ann@example.com" }] }), await add(acme, "old.name@example.com")];
    const named = await add(acme, "tom", { emails: [{ value: "tom@old.example" }] });
    const entra = await begin();
    expect((await memberOf(await add(entra, "TOM", { emails: [{ value: "tom@new.example" }] })))?.id).toBe((await memberOf(named))?.id);
    const ambiguous = await add(entra, "ann@example.com");
    const changed = await add(entra, "new.name@example.com");
    expect((await getMove(acme.organizationScope, entra.connectionId)).counts).toEqual({ matched: 1, ambiguous: 1, only_old: 3, only_new: 1 });
    const asked = await findAdoptions(acme.organizationScope, entra.connectionId, { status: "open", page: 1, limit: 50 });
    expect(asked.adoptions.map((each) => each.memberId).sort()).toEqual([(await memberOf(work))?.id, (await memberOf(twin))?.id].sort());
    await decideAdoptions(acme.organizationScope, { connectionId: entra.connectionId, decision: "link", adoptionIds: asked.adoptions.slice(0, 1).map((each) => each.id) });
    expect((await memberOf(ambiguous))?.id).toBe(asked.adoptions[0]?.memberId);
    const old = (await memberOf(renamed))?.id ?? "";
    await matchPerson(acme.organizationScope, entra.connectionId, { registrationId: changed, memberId: old });
    expect((await memberOf(changed))?.id).toBe(old);
    await expect(matchPerson(acme.organizationScope, entra.connectionId, { registrationId: changed, memberId: old })).rejects.toMatchObject({ code: "not_matchable" });
    expect((await getMove(acme.organizationScope, acme.connectionId)).counts).toEqual({ matched: 3, ambiguous: 0, only_old: 1, only_new: 0 });
  });

  it("takes a match back: two people, each as their own identity provider has them, until somebody says that they are one after all", async () => {
    const old = await add(acme, "jo@example.com", { displayName: "Jo Old" });
    const before = await memberOf(old);
    await assignRole(acme.organizationScope, before?.id ?? "", "org_admin");
    const entra = await begin();
    const fresh = await add(entra, "JO@example.com", { displayName: "Jo New", emails: [{ value: "jo.new@example.com", type: "work" }, { value: "JO@example.com", primary: true }] });
    await callScim(entra, "PATCH", `/Users/${fresh}`, { Operations: [{ op: "replace", path: 'emails[primary eq true].value', value: "jo.other@example.com" }] });
    expect(await memberOf(fresh)).toMatchObject({ id: before?.id });

    const { memberId: own, registrationId } = await detachPerson(acme.organizationScope, acme.connectionId, before?.id ?? "");
    expect([registrationId, (await memberOf(fresh))?.id, (await memberOf(old))?.id]).toEqual([fresh, own, before?.id]);
    const named = async (id: string) => (await pool().query<{ name: string; email: string; status: string }>("SELECT name, email, status FROM member WHERE id = $1", [id])).rows[0];
    expect(await named(own)).toEqual({ name: "Jo New", email: "jo.other@example.com", status: "active" });
    expect(await named(before?.id ?? "")).toEqual({ name: "Jo Old", email: "jo@example.com", status: "active" });
    const held = await findEffectiveRoles(acme.organizationScope, [own, before?.id ?? ""]);
    expect([own, before?.id ?? ""].map((id) => held.get(id)?.inForce.map((role) => role.roleId))).toEqual([["org_member"], ["org_admin", "org_member"]]);
    expect([await eventsOf(own), (await eventsOf(before?.id)).at(-1)]).toEqual([["direct.member.create"], "direct.member.update"]);
    const people = async () => (await findMovedPeople(acme.organizationScope, await getMove(acme.organizationScope, acme.connectionId), { page: 1, limit: 9 })).people;
    expect((await people()).map(({ outcome, parted }) => [outcome, parted?.memberId])).toEqual([["only_new", before?.id], ["only_old", undefined]]);

    await expect(detachPerson(acme.organizationScope, acme.connectionId, before?.id ?? "")).rejects.toMatchObject({ code: "not_matched" });
    await matchPerson(acme.organizationScope, acme.connectionId, { registrationId: fresh, memberId: before?.id ?? "" });
    expect([(await memberOf(fresh))?.id, await statusOf(own)]).toEqual([before?.id, "deleted"]);
    expect((await people()).map(({ outcome, parted }) => [outcome, parted])).toEqual([["matched", null]]);
  });

  it("does not match again what was taken apart, when the identity provider deletes the person and sends them anew", async () => {
    const old = await add(acme, "sam@example.com");
    const entra = await begin();
    const fresh = await add(entra, "sam@example.com");
    const member = (await memberOf(old))?.id ?? "";
    await detachPerson(acme.organizationScope, entra.connectionId, member);
    expect((await callScim(entra, "DELETE", `/Users/${fresh}`)).status).toBe(204);
    expect((await memberOf(await add(entra, "sam@example.com")))?.id).not.toBe(member);
    const other = await createTenant({ name: "Other" });
    await expect(detachPerson(other.organizationScope, acme.connectionId, member)).rejects.toMatchObject({ kind: "not_found" });
    await finishMove(acme.organizationScope, entra.connectionId, "keep");
    await expect(detachPerson(acme.organizationScope, entra.connectionId, member)).rejects.toMatchObject({ code: "move_ended" });
  });

  it("can be given up: both connections stay, and what the old one said meanwhile counts", async () => {
    const [ada, bob] = [await add(acme, "ada@example.com"), await add(acme, "bob@example.com")];
    const entra = await begin();
    await add(entra, "ada@example.com");
    for (const id of [ada, bob]) await callScim(acme, "PATCH", `/Users/${id}`, { Operations: [{ op: "replace", path: "active", value: false }] });
    await expect(deleteConnection(acme.organizationScope, acme.connectionId, "keep")).rejects.toMatchObject({ code: "connection_moving" });
    await expect(begin()).rejects.toMatchObject({ code: "move_already_started" });
    await cancelMove(acme.organizationScope, acme.connectionId);
    expect([(await memberOf(ada))?.status, (await memberOf(bob))?.status]).toEqual(["active", "deactivated"]);
    await expect(finishMove(acme.organizationScope, acme.connectionId, "keep")).rejects.toMatchObject({ code: "move_not_found" });
    await deleteConnection(acme.organizationScope, acme.connectionId, "keep");
  });

  it("belongs to one organization", async () => {
    const other = await createTenant({ name: "Other" });
    await begin();
    await expect(getMove(other.organizationScope, acme.connectionId)).rejects.toMatchObject({ code: "move_not_found" });
    await expect(startMove(other.organizationScope, { fromId: acme.connectionId, displayName: "X", identityProvider: "okta" })).rejects.toMatchObject({ kind: "not_found" });
    await expect(finishMove(other.organizationScope, acme.connectionId, "keep")).rejects.toMatchObject({ kind: "not_found" });
  });
});
