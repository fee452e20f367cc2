import type { Transaction } from "@/lib/db/transaction";
import { announceMemberChange } from "@/lib/directory/members/announce-member-change";
import type { OrganizationScope } from "@/lib/scope";

// What the IdP deleted comes back under the id that the IdP knew, inactive to the IdP, in the groups that are still there. Someone whom the IdP made
// anew meanwhile has their userName: that one stays.
const recreate = `
  INSERT INTO registration (id, connection_id, organization_id, member_id, user_name, user_name_key, external_id, active, kept_active, matched_by, attributes, version, position, created_at, updated_at)
  SELECT was.id, was.connection_id, was.organization_id, d.member_id, was.user_name, was.user_name_key, was.external_id, true, true, was.matched_by,
         jsonb_set(was.attributes, '{active}', 'false'), was.version + 1, was.position, was.created_at, now()
    FROM departure d CROSS JOIN LATERAL jsonb_populate_record(NULL::registration, d.snapshot->'registration') was
   WHERE d.organization_id = $1 AND d.id = ANY ($2) AND d.kind = 'delete' AND d.state IN ('suspended', 'left') AND d.snapshot IS NOT NULL
  ON CONFLICT DO NOTHING
  RETURNING id`;

const rejoin = `
  WITH joined AS (
    INSERT INTO group_membership (group_id, registration_id, connection_id)
    SELECT g.id, d.registration_id, d.connection_id
      FROM departure d CROSS JOIN LATERAL jsonb_array_elements_text(d.snapshot->'groups') held
      JOIN idp_group g ON g.connection_id = d.connection_id AND g.id = held::uuid
     WHERE d.organization_id = $1 AND d.id = ANY ($2) AND d.registration_id = ANY ($3)
    ON CONFLICT DO NOTHING RETURNING group_id
  )
  UPDATE idp_group SET version = version + 1, updated_at = greatest(now(), updated_at + interval '1 millisecond') WHERE id IN (SELECT group_id FROM joined)`;

// The IdP's own word stays in the attributes: its resource did not change, so neither does the version.
const keep = `
  UPDATE registration r SET active = true, kept_active = true FROM departure d
   WHERE d.organization_id = $1 AND d.id = ANY ($2) AND d.state IN ('suspended', 'left') AND r.id = d.registration_id AND NOT r.active`;

// A member whom somebody deleted by hand since stays deleted, and so does one whose e-mail somebody else has by now.
const revive = `
  UPDATE member m SET status = 'active', deleted_at = NULL, updated_at = now() FROM departure d JOIN registration r ON r.id = d.registration_id AND r.active
   WHERE d.organization_id = $1 AND d.id = ANY ($2) AND d.state IN ('suspended', 'left') AND m.id = d.member_id AND r.member_id = m.id
     AND (m.status = 'deactivated' OR (m.status = 'deleted' AND d.kind = 'delete'))
     AND NOT (m.origin = 'direct' AND m.status = 'deleted' AND EXISTS (
       SELECT 1 FROM member o WHERE o.organization_id = m.organization_id AND o.email_key = m.email_key AND o.origin = 'direct' AND o.status <> 'deleted'))
  RETURNING m.id`;

const settle = `UPDATE departure SET state = 'undone', decided_at = now(), decided_by = $3, snapshot = NULL WHERE organization_id = $1 AND id = ANY ($2) AND state IN ('suspended', 'left', 'held')`;

/**
 * Takes departures back: status, registrations, memberships and with them the roles are as they were, each in one statement for all. SCIM's `active` stays as
 * the IdP set it. Who was held only loses the wait.
 */
export async function undoDepartures(tx: Transaction, scope: OrganizationScope, ids: readonly string[]): Promise<void> {
  const values = [scope.organizationId, ids];
  const recreated = await tx.query<{ id: string }>(recreate, values);
  await tx.query(rejoin, [...values, recreated.rows.map((row) => row.id)]);
  await tx.query(keep, values);
  const revived = await tx.query<{ id: string }>(revive, values);
  await tx.query(settle, [...values, scope.actor.label]);
  await announceMemberChange(tx, scope, "update", revived.rows.map((row) => row.id));
}
