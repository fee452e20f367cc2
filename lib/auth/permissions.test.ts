import { describe, expect, it } from "vitest";
import { ALL_PERMISSIONS, permissionsOfPolicy, permissionsOfRoles } from "./permissions";

describe("permissionsOfRoles", () => {
  it("gives an org admin the organization's permissions and none of the installation's", () => {
    const granted = permissionsOfRoles(["org_admin"]);
    expect(granted).toContain("connection.create");
    expect(granted).toContain("role_mapping.update");
    for (const installation of ["organization.create", "organization.delete", "organization.search", "credential.manage"]) {
      expect([...granted]).not.toContain(installation);
      expect([...ALL_PERMISSIONS]).toContain(installation);
    }
  });

  it("gives a plain member and the vendor's own roles nothing in the portal", () => {
    expect(permissionsOfRoles(["org_member", "editor", "billing"]).size).toBe(0);
  });

  it("is not fooled by role ids that are names of object properties", () => {
    expect(permissionsOfRoles(["constructor", "__proto__", "toString"]).size).toBe(0);
  });

  it("gives a member's session what the policy allows on Rollcall's own resources, and never the installation's", () => {
    expect([...permissionsOfPolicy([{ resource_id: "stytch.scim", actions: ["get"] }])].sort()).toEqual(["activity.get", "connection.get", "group.get"]);
    expect(permissionsOfPolicy([{ resource_id: "stytch.scim", actions: ["*"] }])).toContain("connection.delete");
    expect(permissionsOfPolicy([{ resource_id: "stytch.scim", actions: ["*"] }])).not.toContain("role_mapping.update");
    const everything = permissionsOfPolicy(["stytch.scim", "stytch.organization", "stytch.member", "reports"].map((resource_id) => ({ resource_id, actions: ["*"] })));
    for (const never of ["organization.create", "credential.manage", "webhook.manage", "session.mint", "signing_key.manage"]) expect([...everything]).not.toContain(never);
    expect(permissionsOfPolicy([{ resource_id: "reports", actions: ["*"] }]).size).toBe(0);
  });

  it("adds up several roles", () => {
    expect(permissionsOfRoles(["editor", "org_admin"])).toEqual(permissionsOfRoles(["org_admin"]));
  });
});
