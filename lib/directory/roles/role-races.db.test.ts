import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { createTenant, installationScope, type Tenant } from "@/tests/support/create-tenant";
import { callScim, type ScimReply } from "@/tests/support/scim-client";
import { provisionPerson, pushGroup } from "@/tests/support/seed-directory";
import { untilWaiting } from "@/tests/support/until-waiting";
import { changeGroupMembers } from "../groups/change-group-members";
import { createRole } from "./create-role";
import { findEffectiveRoles } from "./find-effective-roles";
import { setRoleMappings } from "./set-role-mappings";

let acme: Tenant;
let ada: { memberId: string; registrationId: string };
let groups: string[];

beforeAll(() => createRole(installationScope, { roleId: "editor", description: "", permissions: [] }));

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

/** The roles that each `scim.member.update` tells, in order. */
async function told(): Promise<string[][]> {
  const { rows } = await pool().query<{ roles: { role_id: string }[] }>(
    "SELECT payload #> '{member,roles}' AS roles FROM event WHERE object_id = $1 AND type = 'scim.member.update' ORDER BY position",
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
