import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { announceMemberChange } from "../members/announce-member-change";
import { lockMember } from "../members/lock-member";
import { protectLastAdmin } from "./protect-last-admin";
import { requireRoles } from "./require-roles";

/** Takes a directly assigned role back. The member keeps it where a group gives it too. One that was not assigned directly is `not_found`; the last org_admin's `last_org_admin`. */
export async function unassignRole(scope: OrganizationScope, memberId: string, roleId: string): Promise<void> {
  await transaction((tx) => protectLastAdmin(tx, scope, async () => {
    const member = await lockMember(tx, scope, memberId);
    const roles = await requireRoles(scope, [roleId], tx);
    const { rowCount } = await tx.query(`DELETE FROM role_assignment WHERE member_id = $1 AND role_id = $2 AND organization_id = $3`, [
      member.id,
      roles.get(roleId),
      scope.organizationId,
    ]);
    if (rowCount === 0) throw new DomainError("not_found", "role_assignment_not_found", "This role is not assigned directly.");
    await recordAudit(tx, { scope, action: "role.unassign", target: { type: "member", id: member.id, label: member.name || member.email }, before: { role_id: roleId } });
    await announceMemberChange(tx, scope, "update", [member.id]);
  }));
  await publishLive({ organization_id: scope.organizationId, topics: ["members", "roles"] });
}
