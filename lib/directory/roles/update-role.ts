import { isDeepStrictEqual } from "node:util";
import { recordAudit } from "@/lib/activity/record-audit";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { InstallationScope, OrganizationScope } from "@/lib/scope";
import { lockRole } from "./lock-role";
import { recordRoleEvents } from "./record-role-events";
import type { RolePermission, RoleRecord } from "./role-record";

export type RoleChange = { description?: string | undefined; permissions?: RolePermission[] | undefined };

/** Changes what a role says and allows. Its name stays, since mappings, sessions and the vendor's code know it. `org_admin` always allows everything. */
export async function updateRole(scope: OrganizationScope | InstallationScope, roleId: string, change: RoleChange): Promise<RoleRecord> {
  return transaction(async (tx) => {
    const before = await lockRole(tx, scope, roleId);
    if (before.roleId === "org_admin" && change.permissions) {
      throw new DomainError("forbidden", "role_reserved", "What org_admin allows cannot be changed.");
    }
    const after = { ...before, description: change.description ?? before.description, permissions: change.permissions ?? before.permissions };
    if (isDeepStrictEqual(told(before), told(after))) return before;
    await tx.query(`UPDATE role SET description = $2, permissions = $3, updated_at = now() WHERE id = $1`, [
      before.id,
      after.description,
      JSON.stringify(after.permissions),
    ]);
    await recordAudit(tx, { scope, action: "role.update", target: { type: "role", id: before.id, label: roleId }, before: told(before), after: told(after) });
    await recordRoleEvents(tx, scope, [{ role: after, action: "update" }]);
    return after;
  });
}

function told({ description, permissions }: RoleRecord) {
  return { description, permissions };
}
