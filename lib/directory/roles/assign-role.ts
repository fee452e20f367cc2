import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceMemberChange } from "../members/announce-member-change";
import { lockMember } from "../members/lock-member";
import { everyoneRole } from "./compute-effective-roles";
import { requireRoles } from "./require-roles";

/** Gives a member a role directly. Having it already, directly or through a group, is no error: the grants stand side by side. */
export async function assignRole(scope: OrganizationScope, memberId: string, roleId: string): Promise<void> {
  if (roleId === everyoneRole) throw new DomainError("invalid", "role_not_assignable", "Everyone in the organization has org_member; it cannot be assigned.");
  await transaction(async (tx) => {
    const member = await lockMember(tx, scope, memberId);
    const roles = await requireRoles(scope, [roleId], tx);
    const { rowCount } = await tx.query(
      `INSERT INTO role_assignment (member_id, role_id, organization_id, created_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [member.id, roles.get(roleId), scope.organizationId, scope.actor.label],
    );
    if (rowCount === 0) return;
    await recordAudit(tx, { scope, action: "role.assign", target: { type: "member", id: member.id, label: member.name || member.email }, after: { role_id: roleId } });
    await announceMemberChange(tx, scope, "update", [member.id]);
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["members", "roles"] });
}
