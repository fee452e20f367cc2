import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";
import { recordRoleEvents } from "./record-role-events";
import { lockRole } from "./lock-role";

/** Removes a role that nobody has and no group is mapped to. Reserved roles stay (`forbidden`); a role in use is a `conflict` that says how often. */
export async function deleteRole(scope: OrganizationScope | InstallationScope, roleId: string): Promise<void> {
  await transaction(async (tx) => {
    const role = await lockRole(tx, scope, roleId);
    if (role.reserved) throw new DomainError("forbidden", "role_reserved", `The role ${roleId} is reserved and cannot be deleted.`);
    const { rows } = await tx.query<{ assigned: number; mapped: number }>(countUses, [role.id]);
    const { assigned = 0, mapped = 0 } = rows[0] ?? {};
    if (assigned + mapped > 0) {
      throw new DomainError("conflict", "role_in_use", `The role ${roleId} is still given to ${assigned} people directly and mapped to ${mapped} groups.`, {
        assigned_members: assigned,
        mapped_groups: mapped,
      });
    }
    await tx.query(`DELETE FROM role WHERE id = $1`, [role.id]);
    await recordRoleEvents(tx, scope, [{ role, action: "delete" }]);
    await recordAudit(tx, { scope, action: "role.delete", target: { type: "role", id: role.id, label: roleId }, before: role });
  });
}

const countUses = `
SELECT (SELECT count(*)::int FROM role_assignment WHERE role_id = $1) AS assigned,
       (SELECT count(*)::int FROM role_mapping WHERE role_id = $1) AS mapped`;
