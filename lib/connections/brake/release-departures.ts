import type { Transaction } from "@/lib/db/transaction";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import type { OrganizationScope } from "@/lib/scope";

const chosen = "d.organization_id = $1 AND d.id = ANY ($2)";

// What the IdP asked for while it was held, and what an undo kept active since.
const deactivate = `
  UPDATE registration r SET active = false, kept_active = false, attributes = jsonb_set(r.attributes, '{active}', 'false'),
    version = CASE WHEN r.kept_active THEN r.version ELSE r.version + 1 END, updated_at = greatest(now(), r.updated_at + interval '1 millisecond')
    FROM departure d WHERE ${chosen} AND r.id = d.registration_id AND r.active AND ((d.state = 'held' AND d.kind = 'deactivate') OR (d.state = 'undone' AND r.kept_active))`;

const shrink = `
  UPDATE idp_group SET version = version + 1, updated_at = greatest(now(), updated_at + interval '1 millisecond')
   WHERE id IN (SELECT gm.group_id FROM departure d JOIN group_membership gm ON gm.registration_id = d.registration_id WHERE ${chosen} AND d.state = 'held' AND d.kind = 'delete')`;

const remove = `DELETE FROM registration r USING departure d WHERE ${chosen} AND r.id = d.registration_id AND d.state = 'held' AND d.kind = 'delete'`;

// A member is active while any registration is, and deleted when the IdP deleted the last one.
const settleMembers = `
  UPDATE member m SET updated_at = now(),
    status = CASE WHEN rest.known = 0 AND gone.deleted THEN 'deleted'::member_status ELSE 'deactivated' END,
    deleted_at = CASE WHEN rest.known = 0 AND gone.deleted THEN now() ELSE NULL END
    FROM (SELECT d.member_id, bool_or(d.kind = 'delete') AS deleted FROM departure d WHERE ${chosen} GROUP BY d.member_id) gone
   CROSS JOIN LATERAL (SELECT count(*) AS known, count(*) FILTER (WHERE r.active) AS active FROM registration r WHERE r.member_id = gone.member_id) rest
   WHERE m.id = gone.member_id AND m.status <> 'deleted' AND rest.active = 0 AND (m.status <> 'deactivated' OR (rest.known = 0 AND gone.deleted))
  RETURNING m.id`;

const settle = `UPDATE departure d SET state = 'released', decided_at = now(), decided_by = $3, snapshot = NULL WHERE ${chosen} AND d.state IN ('suspended', 'held', 'undone')`;

/** Confirms departures: who was suspended stays out, what was held happens now, and who was kept by an undo goes. One statement each for all of them. */
export async function releaseDepartures(tx: Transaction, scope: OrganizationScope, ids: readonly string[]): Promise<void> {
  const values = [scope.organizationId, ids];
  for (const statement of [deactivate, shrink, remove]) await tx.query(statement, values);
  const left = await tx.query<{ id: string }>(settleMembers, values);
  await tx.query(settle, [...values, scope.actor.label]);
  await announceMemberChange(tx, scope, "delete", left.rows.map((row) => row.id));
}
