import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction } from "@/lib/db/transaction";
import type { OrganizationScope } from "@/lib/scope";
import { announceMemberChange } from "./announce-member-change";
import { getMember } from "./get-member";
import { lockMember } from "./lock-member";
import type { MemberRecord } from "./member-record";
import { refuseDuplicates } from "./refuse-duplicates";

/**
 * Brings a deactivated or deleted member back as `active`, with the roles that were assigned directly. Roles of groups come back with the
 * registration that carries them. Someone who is active already stays so; an e-mail address that another member took is a `conflict`.
 */
export async function reactivateMember(scope: OrganizationScope, memberId: string): Promise<MemberRecord> {
  await transaction(async (tx) => {
    const member = await lockMember(tx, scope, memberId, { deleted: true });
    if (member.status === "active" || member.status === "invited") return;
    if (member.status === "deleted") await refuseDuplicates(tx, scope, { id: memberId, email: member.email });
    await tx.query(`UPDATE member SET status = 'active', deleted_at = NULL, updated_at = now() WHERE id = $1`, [memberId]);
    await recordAudit(tx, {
      scope,
      action: "member.reactivate",
      target: { type: "member", id: memberId, label: member.name || member.email },
      before: { status: member.status },
      after: { status: "active" },
    });
    await announceMemberChange(tx, scope, "update", [memberId]);
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["members", "roles"] });
  return getMember(scope, memberId);
}
