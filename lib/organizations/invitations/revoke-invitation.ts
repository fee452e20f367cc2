import { recordAudit } from "@/lib/activity/record-audit";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import type { OrganizationScope } from "@/lib/scope";

type Revoked = { member_id: string; email: string; created_at: Date };

const REVOKE = `
  UPDATE invitation i SET revoked_at = now() FROM member m
  WHERE i.id = $1 AND i.organization_id = $2 AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND m.id = i.member_id
  RETURNING i.member_id, m.email, i.created_at`;
const UNASSIGN = `
  DELETE FROM role_assignment ra USING role r
  WHERE ra.member_id = $1 AND ra.created_at >= $2 AND r.id = ra.role_id AND r.role_id = 'org_admin'`;
const REMOVE_MEMBER = `UPDATE member SET status = 'deleted', deleted_at = now(), updated_at = now() WHERE id = $1 AND status = 'invited'`;

/**
 * Takes an invitation back: the link stops working, the role that came with it goes, and so does a member who was only
 * invited. @throws DomainError `not_found`
 */
export async function revokeInvitation(scope: OrganizationScope, id: string): Promise<void> {
  await transaction(async (tx) => {
    const revoked = (await tx.query<Revoked>(REVOKE, [id, scope.organizationId])).rows[0];
    if (!revoked) throw new DomainError("not_found", "invitation_not_found", "Invitation could not be found.");
    await undo(tx, scope, revoked);
    await recordAudit(tx, {
      scope,
      action: "invitation.revoke",
      target: { type: "invitation", id, label: revoked.email },
      before: { email: revoked.email },
    });
  });
}

async function undo(tx: Transaction, scope: OrganizationScope, revoked: Revoked): Promise<void> {
  const unassigned = await tx.query(UNASSIGN, [revoked.member_id, revoked.created_at]);
  const removed = await tx.query(REMOVE_MEMBER, [revoked.member_id]);
  if (removed.rowCount === 1) await announceMemberChange(tx, scope, "delete", [revoked.member_id]);
  else if (unassigned.rowCount === 1) await announceMemberChange(tx, scope, "update", [revoked.member_id]);
}
