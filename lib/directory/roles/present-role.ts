import type { Role, RoleWithUse as WireRoleWithUse } from "@/lib/contracts/role";
import type { RoleWithUse } from "./find-roles";
import type { RoleRecord } from "./role-record";

/** A role as `rbac/policy` and organization policies show it. */
export function presentRole({ roleId, description, permissions }: RoleRecord): Role {
  return { role_id: roleId, description, permissions };
}

/** A role as the portal lists it. */
export function presentRoleWithUse(role: RoleWithUse): WireRoleWithUse {
  return {
    ...presentRole(role),
    reserved: role.reserved,
    origin: role.organizationId ? "organization" : "catalogue",
    member_count: role.memberCount,
    group_count: role.groupCount,
  };
}
