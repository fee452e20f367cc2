import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { protectLastAdmin } from "../roles/protect-last-admin";
import { announceMemberChange } from "./announce-member-change";
import { lockMember } from "./lock-member";

/**
 * Removes a member: their access ends, their registrations and group memberships go. The row stays as `deleted`, so that history keeps its name and
 * `reactivateMember` can bring it back; the external id is free again. An IdP that still has the person assigned may provision a new member. Throws
 * `last_org_admin` for the only one who administers the organization.
 */
export async function deleteMember(scope: OrganizationScope, memberId: string): Promise<void> {
  await transaction(async (tx) => {
    const member = await lockMember(tx, scope, memberId);
    await protectLastAdmin(tx, scope, () => tx.query(`UPDATE member SET status = 'deleted', deleted_at = now(), updated_at = now() WHERE id = $1`, [memberId]));
    // The event carries the member as it was last: registrations and external id go after it.
    await announceMemberChange(tx, scope, "delete", [memberId]);
    await tx.query(`DELETE FROM registration WHERE member_id = $1 AND organization_id = $2`, [memberId, scope.organizationId]);
    await tx.query(`UPDATE member SET external_id = NULL WHERE id = $1`, [memberId]);
    await recordAudit(tx, {
      scope,
      action: "member.delete",
      target: { type: "member", id: memberId, label: member.name || member.email },
      before: { status: member.status, email_address: member.email, external_id: member.externalId },
    });
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["members", "groups", "roles"] });
}
