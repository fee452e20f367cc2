import { describe, expect, it } from "vitest";
import { computeEffectiveRoles, type GroupOfMember, type RoleInputs } from "./compute-effective-roles";
import { expandGroups } from "./expand-groups";

const okta = { connectionId: "okta", connectionName: "Okta" };
const entra = { connectionId: "entra", connectionName: "Entra" };

function group(name: string, more: Partial<GroupOfMember> = {}): GroupOfMember {
  return { groupId: name, groupName: name, ...okta, path: [{ groupId: name, groupName: name }], active: true, ...more };
}

function compute(inputs: Partial<RoleInputs>) {
  return computeEffectiveRoles({ status: "active", assignments: [], groupsOfMember: [], mappings: [], ...inputs });
}

function names(roles: { roleId: string }[]): string[] {
  return roles.map((role) => role.roleId);
}

describe("Effective roles", () => {
  it("everyone in the organization is an org_member", () => {
    expect(compute({}).inForce).toEqual([{ roleId: "org_member", sources: [{ type: "everyone" }] }]);
  });

  it("a group mapped to several roles gives every one of them, not only the first", () => {
    const mappings = ["editor", "viewer", "billing"].map((roleId) => ({ groupId: "Engineering", roleId }));
    expect(names(compute({ groupsOfMember: [group("Engineering")], mappings }).inForce)).toEqual(["org_member", "billing", "editor", "viewer"]);
  });

  it("a role with several reasons appears once with every source", () => {
    const { inForce } = compute({
      assignments: ["editor"],
      groupsOfMember: [group("Engineering"), group("Staff", { ...entra })],
      mappings: [
        { groupId: "Engineering", roleId: "editor" },
        { groupId: "Staff", roleId: "editor" },
      ],
    });
    const editor = inForce.find((role) => role.roleId === "editor");
    expect(editor?.sources).toEqual([
      { type: "direct_assignment" },
      expect.objectContaining({ type: "scim_connection_group", groupId: "Engineering", connectionId: "okta" }),
      expect.objectContaining({ type: "scim_connection_group", groupId: "Staff", connectionId: "entra" }),
    ]);
  });

  it("taking a mapping away leaves the role that was assigned by hand", () => {
    const inputs = { assignments: ["editor"], groupsOfMember: [group("Engineering")] };
    expect(compute(inputs).inForce.find((role) => role.roleId === "editor")?.sources).toEqual([{ type: "direct_assignment" }]);
  });

  it("a mapping of a group that the person is not in gives nothing", () => {
    expect(names(compute({ groupsOfMember: [group("Sales")], mappings: [{ groupId: "Engineering", roleId: "editor" }] }).inForce)).toEqual(["org_member"]);
  });

  it("someone deactivated has no role in force, and every role comes back on reactivation", () => {
    const inputs = { assignments: ["viewer"], groupsOfMember: [group("Engineering")], mappings: [{ groupId: "Engineering", roleId: "editor" }] };
    const deactivated = compute({ ...inputs, status: "deactivated" });
    expect(deactivated.inForce).toEqual([]);
    expect(deactivated.suspended).toEqual(compute(inputs).inForce);
  });

  it("an inactive registration gives no role while another registration keeps the person active", () => {
    const groupsOfMember = [group("Engineering", { active: false }), group("Staff", { ...entra })];
    const mappings = [
      { groupId: "Engineering", roleId: "editor" },
      { groupId: "Staff", roleId: "viewer" },
    ];
    const roles = compute({ groupsOfMember, mappings });
    expect(names(roles.inForce)).toEqual(["org_member", "viewer"]);
    expect(names(roles.suspended)).toEqual(["editor"]);
  });

  it("lists the administrator first", () => {
    expect(names(compute({ assignments: ["billing", "org_admin"] }).inForce)).toEqual(["org_admin", "org_member", "billing"]);
  });
});

describe("Groups inside groups", () => {
  const direct = [{ groupId: "Backend", groupName: "Backend", ...okta, active: true }];
  const inside = (child: string, parent: string) => ({ childGroupId: child, parent: { groupId: parent, groupName: parent } });

  it("a role of an outer group reaches people in the inner one, with the path that leads there", () => {
    const groupsOfMember = expandGroups(direct, [inside("Backend", "Engineering"), inside("Engineering", "Staff")]);
    const { inForce } = compute({ groupsOfMember, mappings: [{ groupId: "Staff", roleId: "editor" }] });
    const source = inForce.find((role) => role.roleId === "editor")?.sources[0];
    expect(source).toMatchObject({ groupName: "Staff", path: [{ groupName: "Backend" }, { groupName: "Engineering" }, { groupName: "Staff" }] });
  });

  it("a circle of groups ends", () => {
    const groups = expandGroups(direct, [inside("Backend", "Engineering"), inside("Engineering", "Backend")]);
    expect(groups.map((each) => each.groupId)).toEqual(["Backend", "Engineering"]);
  });

  it("two ways to one group count once, by the shorter one", () => {
    const groups = expandGroups(direct, [inside("Backend", "A"), inside("A", "Staff"), inside("Backend", "Staff")]);
    expect(groups.find((each) => each.groupId === "Staff")?.path).toHaveLength(2);
  });

  it("an active membership wins over an inactive one of the same group", () => {
    const groups = expandGroups([{ groupId: "Backend", groupName: "Backend", ...okta, active: false }, ...direct], []);
    expect(groups).toEqual([expect.objectContaining({ groupId: "Backend", active: true })]);
  });
});
