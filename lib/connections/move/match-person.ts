import { recordAudit } from "@/lib/activity/record-audit";
import { publishLive } from "@/lib/db/notify";
import { transaction } from "@/lib/db/transaction";
import { protectLastAdmin } from "@/lib/directory/roles/protect-last-admin";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";
import { linkRegistration } from "../adoption/link-registration";
import { lockMove } from "./lock-move";

const select = `
  SELECT n.user_name AS "userName" FROM registration n JOIN registration o ON o.member_id = $3 AND o.connection_id = $1
   WHERE n.id = $4 AND n.connection_id = $2 AND NOT EXISTS (SELECT 1 FROM registration x WHERE x.member_id = $3 AND x.connection_id = $2)`;

// What was asked is answered by it, and an answer that said "not the same" is taken back.
const settle = `
  UPDATE adoption a SET status = CASE WHEN a.member_id = $2 THEN 'linked'::adoption_status ELSE 'apart' END, decided_at = now(), decided_by = $3 FROM registration r
   WHERE r.id = $1 AND a.connection_id = r.connection_id AND ((a.registration_id = r.id AND a.status = 'open') OR (a.user_name_key = r.user_name_key AND a.member_id = $2))`;

/**
 * Says by hand that a person of the new identity provider is a member whom only the old one knows. Throws `move_not_found`, `move_ended`, and `not_matchable` when
 * one of them is not of this move or is matched already.
 */
export async function matchPerson(scope: OrganizationScope, connectionId: string, match: { registrationId: string; memberId: string }): Promise<void> {
  await transaction(async (tx) => {
    const move = await lockMove(tx, scope, connectionId);
    const { rows } = await tx.query<{ userName: string }>(select, [move.from.id, move.to.id, match.memberId, match.registrationId]);
    const [person] = rows;
    if (!person) throw new DomainError("conflict", "not_matchable", "These two cannot be matched: one of them is not part of this move, or is matched already.");
    await protectLastAdmin(tx, scope, () => linkRegistration(tx, scope, match.registrationId, match.memberId));
    await tx.query(settle, [match.registrationId, match.memberId, scope.actor.label]);
    await recordAudit(tx, { scope, action: "move.match", target: { type: "member", id: match.memberId, label: person.userName }, after: { registration_id: match.registrationId } });
  });
  await publishLive({ organization_id: scope.organizationId, topics: ["connection", "members", "roles"] });
}
