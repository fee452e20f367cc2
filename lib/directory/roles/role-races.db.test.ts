import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";
import { callScim, type ScimReply } from "@/tests/support/scim-client";
import { provisionPerson, pushGroup } from "@/tests/support/seed-directory";
import { untilWaiting } from "@/tests/support/until-waiting";
import { changeGroupMembers } from "../groups/change-group-members";
import { nestGroups } from "../groups/nest-groups";
import { assignRole } from "./assign-role";
import { createRole } from "./create-role";
import { findEffectiveRoles } from "./find-effective-roles";
import { takeRoleGraph } from "./role-graph";
import { setRoleMappings } from "./set-role-mappings";
import { unassignRole } from "./unassign-role";

let acme: Tenant;
let ada: { memberId: string; registrationId: string };
let groups: string[];

beforeAll(async () => {
  for (const roleId of ["editor", "viewer"]) await createRole(installationScope, { roleId, description: "", permissions: [] });
});

/** Ada is in two groups that both make her an editor. */
beforeEach(async () => {
  acme = await createTenant();
  ada = await provisionPerson(acme, { name: "Ada" });
  groups = [await pushGroup(acme, "One", [ada]), await pushGroup(acme, "Two", [ada])];
  const mappings = groups.map((groupId) => ({ groupId, roleId: "editor" }));
  await setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings });
  await pool().query("DELETE FROM event WHERE organization_id = $1", [acme.organizationId]);
});

const patch = (group: string, op: unknown): Promise<ScimReply> => callScim(acme, "PATCH", `/Groups/${group}`, { Operations: [op] });
const leave = (group: string): Promise<ScimReply> => patch(group, { op: "remove", path: `members[value eq "${ada.registrationId}"]` });
const join = (group: string): Promise<ScimReply> => patch(group, { op: "add", path: "members", value: [{ value: ada.registrationId }] });

/** The roles that each event of a changed member tells, in order. */
async function told(): Promise<string[][]> {
  const { rows } = await pool().query<{ roles: { role_id: string }[] }>(
    "SELECT payload #> '{member,roles}' AS roles FROM event WHERE object_id = $1 AND type LIKE '%.member.update' ORDER BY position",
    [ada.memberId],
  );
  return rows.map(({ roles }) => roles.map((role) => role.role_id));
}

async function editor(): Promise<boolean> {
  const roles = await findEffectiveRoles(acme.organizationScope, [ada.memberId]);
  return (roles.get(ada.memberId)?.inForce ?? []).some((role) => role.roleId === "editor");
}

describe("Two calls at once that each take a person out of one of two groups with the same role", () => {
  it("tell once that the role is gone: the second one waits for the first and begins anew", async () => {
    const [one = "", two = ""] = groups;
    const second = await transaction(async (tx) => {
      await changeGroupMembers(acme.connectionScope, one, { reset: false, add: [], remove: [ada.registrationId] }, { on: tx });
      const waiting = leave(two);
      await untilWaiting();
      return { waiting };
    });
    expect((await second.waiting).status).toBe(204);
    expect(await told()).toEqual([["org_member"]]);
  });

  it.each([["DELETE", (group: string) => callScim(acme, "DELETE", `/Groups/${group}`)], ["PUT", (group: string) => callScim(acme, "PUT", `/Groups/${group}`, { displayName: group, members: [] })]])(
    "also when the second one is a %s",
    async (_method, go) => {
      const [one = "", two = ""] = groups;
      const second = await transaction(async (tx) => {
        await changeGroupMembers(acme.connectionScope, one, { reset: false, add: [], remove: [ada.registrationId] }, { on: tx });
        const waiting = go(two);
        await untilWaiting();
        return { waiting };
      });
      expect((await second.waiting).status).toBeLessThan(300);
      expect(await told()).toContainEqual(["org_member"]);
      expect(await editor()).toBe(false);
    },
  );

  it("In any order of 16 calls, the last thing told is the truth, and nothing is told twice in a row", async () => {
    const calls = Array.from({ length: 16 }, (_, n) => (n % 4 < 2 ? leave : join)(groups[n % 2] ?? ""));
    expect(new Set((await Promise.all(calls)).map(({ status }) => status))).toEqual(new Set([204]));
    await Promise.all(groups.map(leave));
    const states = (await told()).map((roles) => roles.includes("editor"));
    expect(states.at(-1)).toBe(false);
    expect(states.filter((state, n) => n > 0 && state === states[n - 1])).toEqual([]);
  });

  it("Who has no role at stake waits for nobody", async () => {
    const bob = await provisionPerson(acme, { name: "Bob" });
    const plain = await pushGroup(acme, "Plain");
    await transaction(async (tx) => {
      await tx.query("SELECT 1 FROM member WHERE id = $1 FOR UPDATE", [bob.memberId]);
      expect((await patch(plain, { op: "add", path: "members", value: [{ value: bob.registrationId }] })).status).toBe(204);
    });
  });
});

const map = (...mappings: { groupId?: string; groupName?: string; roleId: string }[]) => setRoleMappings(acme.organizationScope, { connectionId: acme.connectionId, mappings });
const editorBy = (...groupIds: string[]) => map(...groupIds.map((groupId) => ({ groupId, roleId: "editor" })));

/** Holds the first change open until the second one waits for it, lets both end, and returns the roles that the last event tells. */
async function meet(first: (tx: Transaction) => Promise<unknown>, second: () => Promise<unknown>): Promise<string[] | undefined> {
  const { waiting } = await transaction(async (tx) => {
    await first(tx);
    const waiting = second();
    await untilWaiting();
    return { waiting };
  });
  await waiting;
  return (await told()).at(-1);
}

const change = (group: string, kind: "add" | "remove", id: string) => async (tx: Transaction) => {
  const changed = await changeGroupMembers(acme.connectionScope, group, { reset: false, add: kind === "add" ? [id] : [], remove: kind === "remove" ? [id] : [] }, { on: tx });
  expect(changed).toMatchObject(kind === "add" ? { added: 1 } : { removed: 1 });
};
const alone = (work: (tx: Transaction) => Promise<unknown>) => async (tx: Transaction) => {
  await takeRoleGraph(tx, acme.organizationId);
  await work(tx);
};
/** What takes the role away is told as that; who keeps it by another way is told nothing. */
async function expectLost(last: string[] | undefined): Promise<void> {
  expect([last, await editor()]).toEqual([["org_member"], false]);
}
async function expectGained(last: string[] | undefined): Promise<void> {
  expect([last, await editor()]).toEqual([["editor", "org_member"], true]);
}

describe("A change of what gives roles to groups that meets a change of who is in them", () => {
  let outer = "";
  let inner = "";
  let [one, two] = ["", ""];

  /** Ada is in One, and in Inner, which is inside Outer; One and Outer make an editor. */
  beforeEach(async () => {
    [one = "", two = ""] = groups;
    inner = await pushGroup(acme, "Inner", [ada]);
    outer = await pushGroup(acme, "Outer", [], [inner]);
    await editorBy(one, outer);
    await pool().query("DELETE FROM event WHERE organization_id = $1", [acme.organizationId]);
  });

  const unnest = async (tx: Transaction): Promise<void> => {
    const changed = await changeGroupMembers(acme.connectionScope, outer, { reset: false, add: [], remove: [inner] }, { alone: true, on: tx });
    expect(changed).toMatchObject({ removed: 1 });
  };
  const unmap = async (tx: Transaction, group: string): Promise<void> => void (await tx.query("DELETE FROM role_mapping WHERE group_id = $1", [group]));

  it("a group is taken out of another one while a person leaves a third", async () => {
    await expectLost(await meet(change(one, "remove", ada.registrationId), () => patch(outer, { op: "remove", path: `members[value eq "${inner}"]` })));
  });

  it("and the other way round", async () => {
    await expectLost(await meet(alone(unnest), () => leave(one)));
  });

  it("a group is put inside another one while a person joins it, whoever comes first", async () => {
    const bob = await provisionPerson(acme, { name: "Bob" });
    ada = bob;
    const plain = await pushGroup(acme, "Plain");
    await expectGained(await meet(change(plain, "add", bob.registrationId), () => patch(outer, { op: "add", path: "members", value: [{ value: plain }] })));
    ada = await provisionPerson(acme, { name: "Cyd" });
    const other = await pushGroup(acme, "Other");
    await expectGained(await meet(alone((tx) => nestGroups(tx, acme.connectionScope, outer, [other])), () => join(other)));
  });

  it("a mapping is taken away while a person leaves the other group that gives its role", async () => {
    await editorBy(one, two);
    await expectLost(await meet(change(one, "remove", ada.registrationId), () => editorBy(one)));
  });

  it("and the other way round", async () => {
    await editorBy(one, two);
    await expectLost(await meet(alone((tx) => unmap(tx, two)), () => leave(one)));
  });

  it("a group gets a role while a person joins it, whoever comes first", async () => {
    const [first, second] = [await pushGroup(acme, "First"), await pushGroup(acme, "Second")];
    ada = await provisionPerson(acme, { name: "Dan" });
    await expectGained(await meet(change(first, "add", ada.registrationId), () => editorBy(one, first)));
    ada = await provisionPerson(acme, { name: "Eve" });
    const mapped = alone(async (tx) => {
      await tx.query(
        "INSERT INTO role_mapping (id, organization_id, connection_id, group_id, group_name, group_name_key, role_id) SELECT gen_random_uuid(), $2, $3, $1, 'Second', 'second', id FROM role WHERE role_id = 'editor'",
        [second, acme.organizationId, acme.connectionId],
      );
    });
    await expectGained(await meet(mapped, () => join(second)));
  });

  it("a group is renamed into a mapping that waits for its name while a person joins it", async () => {
    const plain = await pushGroup(acme, "Plain");
    await map({ groupName: "Wanted", roleId: "editor" });
    ada = await provisionPerson(acme, { name: "Fay" });
    await expectGained(await meet(change(plain, "add", ada.registrationId), () => patch(plain, { op: "replace", path: "displayName", value: "Wanted" })));
  });

  it("a group is deleted while a person joins it, or a group inside it", async () => {
    ada = await provisionPerson(acme, { name: "Gil" });
    await expectLost(await meet(change(one, "add", ada.registrationId), () => callScim(acme, "DELETE", `/Groups/${one}`)));
    ada = await provisionPerson(acme, { name: "Hal" });
    await expectLost(await meet(change(inner, "add", ada.registrationId), () => callScim(acme, "DELETE", `/Groups/${outer}`)));
  });

  it("a role is taken by hand while a person leaves the group that gives it too, whoever comes first", async () => {
    await editorBy(one);
    await assignRole(acme.organizationScope, ada.memberId, "editor");
    const last = await meet(change(one, "remove", ada.registrationId), () => unassignRole(acme.organizationScope, ada.memberId, "editor"));
    await expectLost(last);
    await Promise.all([join(one), assignRole(acme.organizationScope, ada.memberId, "editor")]);
    const byHand = async (tx: Transaction): Promise<void> => void (await tx.query("DELETE FROM role_assignment WHERE member_id = $1", [ada.memberId]));
    await expectLost(await meet(byHand, () => leave(one)));
  });

  it("In any order of 24 calls of all kinds, what was told last is the truth", async () => {
    const nest = (op: unknown): Promise<ScimReply> => patch(outer, op);
    const kinds = [() => leave(one), () => join(one), () => leave(inner), () => join(inner), () => nest({ op: "remove", path: `members[value eq "${inner}"]` }), () => nest({ op: "add", path: "members", value: [{ value: inner }] }), () => editorBy(outer), () => editorBy(one, outer)];
    await Promise.all(Array.from({ length: 24 }, async (_, n) => kinds[(n * 5) % kinds.length]?.()));
    const last = (await told()).at(-1) ?? ["editor"];
    expect(last.includes("editor")).toBe(await editor());
  });
});

describe("A person who is let in again while a change of groups is on its way", () => {
  const activate = async (active: boolean): Promise<void> => {
    const reply = await callScim(acme, "PATCH", `/Users/${ada.registrationId}`, { Operations: [{ op: "replace", value: { active } }] });
    expect(reply.body).toMatchObject({ active });
  };

  /** Ada is in no group and deactivated; One makes an editor. */
  beforeEach(async () => {
    const { body } = await callScim(acme, "POST", "/Users", { userName: "joy@example.com", displayName: "Joy" });
    const { rows } = await pool().query<{ member_id: string }>("SELECT member_id FROM registration WHERE id = $1", [body.id]);
    ada = { memberId: rows[0]?.member_id ?? "", registrationId: String(body.id) };
    await activate(false);
    await pool().query("DELETE FROM event WHERE organization_id = $1", [acme.organizationId]);
  });

  it.each([["with no other role", false], ["with a role by hand", true]])("is told with the role of the group that she joined meanwhile (%s)", async (_how, other) => {
    if (other) await assignRole(acme.organizationScope, ada.memberId, "viewer");
    await meet(change(groups[0] ?? "", "add", ada.registrationId), () => activate(true));
    const last = (await told()).at(-1);
    expect(last).toEqual(other ? ["editor", "org_member", "viewer"] : ["editor", "org_member"]);
    expect(await editor()).toBe(true);
  });

  it("is told the role that she loses meanwhile, too: whoever comes second begins anew", async () => {
    await activate(true);
    await join(groups[0] ?? "");
    await activate(false);
    const letIn = async (tx: Transaction): Promise<void> => {
      await tx.query("UPDATE registration SET active = true WHERE id = $1", [ada.registrationId]);
      await tx.query("UPDATE member SET status = 'active' WHERE id = $1", [ada.memberId]);
    };
    expect(await meet(letIn, () => leave(groups[0] ?? ""))).toEqual(["org_member"]);
  });
});
