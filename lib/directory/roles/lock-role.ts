import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";
import type { RoleRecord } from "./role-record";

/** The role that this scope may change, by its name, locked; another's role is `not_found`. */
export async function lockRole(tx: Transaction, scope: OrganizationScope | InstallationScope, roleId: string): Promise<RoleRecord> {
  const organizationId = "organizationId" in scope ? scope.organizationId : null;
  const { rows } = await tx.query<RoleRecord>(selectRole, [roleId, organizationId]);
  const role = rows[0];
  if (!role) throw new DomainError("not_found", "role_not_found", "Role could not be found.");
  return role;
}

const selectRole = `
SELECT id, role_id AS "roleId", description, permissions, reserved, organization_id AS "organizationId"
FROM role WHERE role_id = $1 AND organization_id IS NOT DISTINCT FROM $2::uuid
FOR UPDATE`;
