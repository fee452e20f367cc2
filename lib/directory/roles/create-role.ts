import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";
import { recordRoleEvents } from "./record-role-events";
import type { RolePermission, RoleRecord } from "./role-record";

export type NewRole = { roleId: string; description: string; permissions: RolePermission[] };

/**
 * Adds a role: to the catalogue with an installation's scope, to the organization with an organization's. A name can only mean one role where
 * it is read, so a name that the catalogue or (for the catalogue) any organization has already is a `conflict`.
 */
export async function createRole(scope: OrganizationScope | InstallationScope, role: NewRole): Promise<RoleRecord> {
  const organizationId = "organizationId" in scope ? scope.organizationId : null;
  const record: RoleRecord = { id: uuidv7(), ...role, reserved: false, organizationId };
  await transaction(async (tx) => {
    // Two creations of one name at the same moment, one in the catalogue and one in an organization, must see each other.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('role:' || $1, 0))`, [role.roleId]);
    const { rowCount } = await tx.query(insertRole, [record.id, organizationId, role.roleId, role.description, JSON.stringify(role.permissions)]);
    if (rowCount === 0) throw new DomainError("conflict", "role_exists", `There is already a role with the id “${role.roleId}”.`, { role_id: role.roleId });
    await recordAudit(tx, { scope, action: "role.create", target: { type: "role", id: record.id, label: role.roleId }, after: role });
    await recordRoleEvents(tx, scope, [{ role: record, action: "create" }]);
  });
  return record;
}

const insertRole = `
INSERT INTO role (id, organization_id, role_id, description, permissions, updated_at)
SELECT $1::uuid, $2::uuid, $3, $4, $5::jsonb, now()
WHERE NOT EXISTS (SELECT FROM role WHERE role_id = $3 AND ($2::uuid IS NULL OR organization_id IS NULL OR organization_id = $2))`;
