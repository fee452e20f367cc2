import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction, type Transaction } from "@/lib/db/transaction";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import { protectLastAdmin } from "@/lib/directory/roles/protect-last-admin";
import type { OrganizationScope } from "@/lib/scope";
import { closeConnection } from "../close-connection";
import { recordConnectionEvent } from "../record-connection-event";
import { removeGroups } from "../remove-groups";
import { removePeople } from "../remove-people";
import { getMove } from "./find-move";
import { lockMove } from "./lock-move";
import { type Move, movingPeople } from "./move";

const report = `
  INSERT INTO moved_person (move_id, member_id, outcome, name, email, old_user_name, new_user_name, matched_by, fate)
  SELECT $4, member_id, CASE outcome WHEN 'ambiguous' THEN 'only_new' ELSE outcome END, name, email, old_user_name, new_user_name, CASE WHEN outcome = 'matched' THEN coalesce(matched_by, 'hand') END,
         CASE WHEN outcome = 'only_old' THEN $5 END FROM (${movingPeople}) people`;

// Whom the new IdP has as inactive was active by the old one alone.
const follow = `
  UPDATE member m SET status = 'deactivated', updated_at = now() FROM moved_person p
   WHERE p.move_id = $1 AND p.outcome = 'matched' AND m.id = p.member_id AND m.status = 'active' AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.member_id = m.id AND r.active)
  RETURNING m.id`;

/**
 * Ends a move: the report is written, and the old connection goes with its groups, mappings and tokens. Matched people are from now on as the new identity provider
 * says; those whom only the old one knew stay as members added by hand, or are deactivated. Throws `move_not_found`, `move_ended`, `last_org_admin`.
 */
export async function finishMove(scope: OrganizationScope, connectionId: string, onlyOld: "keep" | "deactivate"): Promise<Move> {
  const move = await transaction(async (tx) => {
    const found = await lockMove(tx, scope, connectionId);
    const values = [scope.organizationId, found.from.id, found.to.id];
    await tx.query(report, [...values, found.id, onlyOld === "keep" ? "kept" : "deactivated"]);
    await protectLastAdmin(tx, scope, () => retire(tx, scope, found, onlyOld));
    await tx.query("UPDATE connection_move SET status = 'finished', ended_at = now(), ended_by = $2 WHERE id = $1", [found.id, scope.actor.label]);
    await tx.query("UPDATE adoption SET status = 'ignored', decided_at = now(), decided_by = $2 WHERE connection_id = $1 AND status = 'open' AND registration_id IS NULL", [found.from.id, scope.actor.label]);
    const target = { type: "connection", id: found.from.id, label: found.from.displayName };
    await recordAudit(tx, { scope, action: "move.finish", target, after: { to: found.to.displayName, ...found.counts, people_only_old: onlyOld } });
    return found;
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["connection", "members", "groups", "roles"] });
  return getMove(scope, move.to.id);
}

async function retire(tx: Transaction, scope: OrganizationScope, move: Move, onlyOld: "keep" | "deactivate"): Promise<void> {
  await recordConnectionEvent(tx, scope, move.from.id, "delete");
  await closeConnection(tx, move.from.id);
  await removeGroups(tx, move.from.id);
  await removePeople(tx, scope, move.from.id, onlyOld);
  const { rows } = await tx.query<{ id: string }>(follow, [move.id]);
  await announceMemberChange(tx, scope, "delete", rows.map((row) => row.id));
}
