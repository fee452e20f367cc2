import type { Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { everyoneRole } from "./compute-effective-roles";
import { requireRoles } from "./require-roles";

/**
 * Makes `roleIds` the directly assigned roles of a member, and returns what they were. Roles that groups give are not touched. `org_member` may be
 * named (it is in every list that is read back) and is passed over; an unknown role is `invalid`.
 */
export async function replaceDirectRoles(tx: Transaction, scope: OrganizationScope, memberId: string, roleIds: readonly string[]): Promise<string[]> {
  const wanted = roleIds.filter((roleId) => roleId !== everyoneRole);
  const rows = [...(await requireRoles(scope, wanted, tx)).values()];
  const before = await tx.query<{ role_id: string }>(
    `SELECT role.role_id FROM role_assignment JOIN role ON role.id = role_assignment.role_id WHERE member_id = $1 ORDER BY 1`,
    [memberId],
  );
  await tx.query(`DELETE FROM role_assignment WHERE member_id = $1 AND organization_id = $2 AND role_id <> ALL($3::uuid[])`, [memberId, scope.organizationId, rows]);
  await insertAssignments(tx, scope, memberId, rows);
  return before.rows.map((row) => row.role_id);
}

async function insertAssignments(tx: Transaction, scope: OrganizationScope, memberId: string, roles: string[]): Promise<void> {
  const { rowCount } = await tx.query(
    `INSERT INTO role_assignment (member_id, role_id, organization_id, created_by)
     SELECT member.id, given.role_id, member.organization_id, $4
     FROM member, unnest($3::uuid[]) AS given (role_id)
     WHERE member.id = $1 AND member.organization_id = $2
     ON CONFLICT (member_id, role_id) DO UPDATE SET member_id = EXCLUDED.member_id`,
    [memberId, scope.organizationId, roles, scope.actor.label],
  );
  if (rowCount !== roles.length) throw new DomainError("not_found", "member_not_found", "Member could not be found.");
}
