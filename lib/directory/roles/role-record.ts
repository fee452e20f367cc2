import type { Role } from "@/lib/db/generated/client";

/** What a role allows on a resource; `*` stands for every action. */
export type RolePermission = { resource_id: string; actions: string[] };

/** A role of the catalogue (no organization) or of one organization. */
export type RoleRecord = {
  id: string;
  roleId: string;
  description: string;
  permissions: RolePermission[];
  reserved: boolean;
  organizationId: string | null;
};

export function toRoleRecord(role: Role): RoleRecord {
  const { id, roleId, description, reserved, organizationId } = role;
  return { id, roleId, description, reserved, organizationId, permissions: role.permissions as RolePermission[] };
}
