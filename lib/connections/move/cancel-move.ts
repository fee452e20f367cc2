import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction } from "@/lib/db/transaction";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import { protectLastAdmin } from "@/lib/directory/roles/protect-last-admin";
import type { OrganizationScope } from "@/lib/scope";
import { lockMove } from "./lock-move";

// Whom the old IdP set inactive meanwhile leaves now; an undo of its brake still holds.
const leave = `
  WITH gone AS (
    UPDATE registration r SET active = false, kept_active = false
     WHERE r.connection_id = $2 AND r.kept_active AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.registration_id = r.id AND d.state = 'undone')
    RETURNING r.id, r.member_id
  )
  UPDATE member m SET status = 'deactivated', updated_at = now()
   WHERE m.organization_id = $1 AND m.status = 'active' AND m.id IN (SELECT member_id FROM gone)
     AND NOT EXISTS (SELECT 1 FROM registration o WHERE o.member_id = m.id AND o.active AND o.id NOT IN (SELECT id FROM gone))
  RETURNING m.id`;

/**
 * Gives a move up: both connections stay, each with the people it knows, matched ones in both. What the old identity provider said meanwhile counts from now on.
 * Throws `move_not_found`, `move_ended`, `last_org_admin`.
 */
export async function cancelMove(scope: OrganizationScope, connectionId: string): Promise<void> {
  await transaction(async (tx) => {
    const move = await lockMove(tx, scope, connectionId);
    await tx.query("UPDATE connection_move SET status = 'cancelled', ended_at = now(), ended_by = $2 WHERE id = $1", [move.id, scope.actor.label]);
    const left = await protectLastAdmin(tx, scope, () => tx.query<{ id: string }>(leave, [scope.organizationId, move.from.id]));
    await announceMemberChange(tx, scope, "delete", left.rows.map((row) => row.id));
    await recordAudit(tx, { scope, action: "move.cancel", target: { type: "connection", id: move.from.id, label: move.from.displayName }, after: { to: move.to.displayName, ...move.counts } });
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["connection", "members", "roles"] });
}
