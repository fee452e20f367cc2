import { isUniqueViolation } from "@/lib/db/errors";
import type { Transaction } from "@/lib/db/transaction";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import { DomainError } from "@/lib/errors";
import type { OrganizationScope } from "@/lib/scope";

const move = `
  UPDATE registration r SET member_id = $3, matched_by = 'hand' FROM registration before
   WHERE r.id = $2 AND before.id = r.id AND r.organization_id = $1 AND before.member_id <> $3
  RETURNING before.member_id AS "from"`;

// What was given to the other one by hand comes along, and so do sign-in and departures.
const hand = `
  WITH given AS (
    INSERT INTO role_assignment (member_id, role_id, organization_id, created_by)
    SELECT $3, role_id, organization_id, created_by FROM role_assignment WHERE member_id = $2 AND organization_id = $1 ON CONFLICT DO NOTHING
  ), gone AS (
    UPDATE departure SET member_id = $3 WHERE member_id = $2 AND organization_id = $1
  )
  UPDATE member m SET user_id = coalesce(m.user_id, o.user_id), origin = 'scim', email = o.email, email_key = o.email_key, name = coalesce(nullif(o.name, ''), m.name), updated_at = now(),
    deleted_at = NULL, status = CASE WHEN EXISTS (SELECT 1 FROM registration r WHERE r.member_id = m.id AND r.active) THEN 'active'::member_status ELSE 'deactivated' END
    FROM member o WHERE m.id = $3 AND m.organization_id = $1 AND o.id = $2`;

const leave = `
  UPDATE member m SET status = 'deleted', deleted_at = now(), updated_at = now()
   WHERE m.id = $2 AND m.organization_id = $1 AND m.status <> 'deleted' AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.member_id = m.id)
  RETURNING m.id`;

/**
 * Makes a registration that of another member: who was provisioned as a member of their own is the member who was there before, with that id, its roles
 * and its sessions. The other one goes, unless another connection knows them. Nothing happens when it is so already.
 * Throws `not_matchable` when the connection knows that member as somebody else.
 */
export async function linkRegistration(tx: Transaction, scope: OrganizationScope, registrationId: string, memberId: string): Promise<void> {
  const from = await moveRegistration(tx, scope, registrationId, memberId);
  if (!from) return;
  await tx.query(hand, [scope.organizationId, from, memberId]);
  const gone = await tx.query<{ id: string }>(leave, [scope.organizationId, from]);
  await announceMemberChange(tx, scope, "update", [memberId]);
  await announceMemberChange(tx, scope, "delete", gone.rows.map((row) => row.id));
}

async function moveRegistration(tx: Transaction, scope: OrganizationScope, registrationId: string, memberId: string): Promise<string | undefined> {
  try {
    const { rows } = await tx.query<{ from: string }>(move, [scope.organizationId, registrationId, memberId]);
    return rows[0]?.from;
  } catch (error) {
    if (!isUniqueViolation(error, "registration_member_id_connection_id_key")) throw error;
    throw new DomainError("conflict", "not_matchable", "These two cannot be one person: this connection knows the member as somebody else already.");
  }
}
