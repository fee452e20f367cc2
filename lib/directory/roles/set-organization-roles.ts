import { uuidv7 } from "uuidv7";
import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { type Transaction, transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import type { NewRole } from "./create-role";
import { findOrganizationRoles } from "./find-organization-roles";
import { recordRoleEvents } from "./record-role-events";
import type { RoleRecord } from "./role-record";

/**
 * Replaces the organization's own roles (not the catalogue). A name of the catalogue, a name twice, and leaving out a role that someone has or a group is
 * mapped to are a `conflict`; nothing is changed then.
 */
export async function setOrganizationRoles(scope: OrganizationScope, roles: readonly NewRole[]): Promise<RoleRecord[]> {
  const saved = await transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('roles:' || $1, 0))`, [scope.organizationId]);
    const before = await findOrganizationRoles(scope, tx);
    const names = roles.map((role) => role.roleId);
    await refuseTakenNames(tx, names);
    await removeOthers(tx, scope, names);
    for (const role of roles) await writeRole(tx, scope, role);
    const after = await findOrganizationRoles(scope, tx);
    const changes = compareRoles(before, after);
    if (changes.length === 0) return after;
    await recordRoleEvents(tx, scope, changes);
    const target = { type: "organization", id: scope.organizationId, label: "" };
    await recordAudit(tx, { scope, action: "role.update", target, before: { roles: before.map(told) }, after: { roles: after.map(told) } });
    return after;
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["roles"] });
  return saved;
}

type RoleDifference = { role: RoleRecord; action: "create" | "update" | "delete" };

/** What was added, changed and removed. */
function compareRoles(before: readonly RoleRecord[], after: readonly RoleRecord[]): RoleDifference[] {
  const [old, present] = [new Map(before.map((role) => [role.id, role])), new Map(after.map((role) => [role.id, role]))];
  const differs = (role: RoleRecord, from: RoleRecord) => JSON.stringify(told(role)) !== JSON.stringify(told(from));
  return [
    ...before.filter((role) => !present.has(role.id)).map((role): RoleDifference => ({ role, action: "delete" })),
    ...after.flatMap((role): RoleDifference[] => {
      const from = old.get(role.id);
      if (!from) return [{ role, action: "create" }];
      return differs(role, from) ? [{ role, action: "update" }] : [];
    }),
  ];
}

async function refuseTakenNames(tx: Transaction, names: string[]): Promise<void> {
  const { rows } = await tx.query<{ role_id: string }>(`SELECT role_id FROM role WHERE organization_id IS NULL AND role_id = ANY($1::text[])`, [names]);
  const taken = rows[0]?.role_id ?? names.find((name, index) => names.indexOf(name) !== index);
  if (taken) throw new DomainError("conflict", "role_exists", `There is already a role with the id “${taken}”.`, { role_id: taken });
}

async function removeOthers(tx: Transaction, scope: OrganizationScope, kept: string[]): Promise<void> {
  const { rows } = await tx.query<{ role_id: string }>(
    `SELECT role_id FROM role WHERE organization_id = $1 AND role_id <> ALL($2::text[])
       AND (EXISTS (SELECT FROM role_assignment WHERE role_assignment.role_id = role.id) OR EXISTS (SELECT FROM role_mapping WHERE role_mapping.role_id = role.id))
     LIMIT 1`,
    [scope.organizationId, kept],
  );
  if (rows[0]) throw new DomainError("conflict", "role_in_use", `The role ${rows[0].role_id} is still given to people or mapped to groups.`, rows[0]);
  await tx.query(`DELETE FROM role WHERE organization_id = $1 AND role_id <> ALL($2::text[])`, [scope.organizationId, kept]);
}

async function writeRole(tx: Transaction, scope: OrganizationScope, role: NewRole): Promise<void> {
  await tx.query(
    `INSERT INTO role (id, organization_id, role_id, description, permissions, updated_at) VALUES ($1, $2, $3, $4, $5, now())
     ON CONFLICT (organization_id, role_id) DO UPDATE SET description = EXCLUDED.description, permissions = EXCLUDED.permissions, updated_at = now()`,
    [uuidv7(), scope.organizationId, role.roleId, role.description, JSON.stringify(role.permissions)],
  );
}

function told({ roleId, description, permissions }: RoleRecord) {
  return { role_id: roleId, description, permissions };
}
