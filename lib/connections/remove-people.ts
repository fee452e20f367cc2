import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/transaction";
import { memberPayload } from "@/lib/events/event-payload";
import { rolesInForce } from "@/lib/directory/roles/roles-in-force";
import type { OrganizationScope } from "@/lib/scope";

/**
 * Takes away what a connection that is being deleted knows of people, and keeps or deactivates the members themselves. An
 * event tells of each: `scim.member.delete` for who was deactivated, `scim.member.update` for the others. Answers how many
 * people there were.
 */
export async function removePeople(
  tx: Transaction,
  scope: OrganizationScope,
  connectionId: string,
  members: "keep" | "deactivate",
): Promise<number> {
  const { rows } = await tx.query<{ id: string }>(`DELETE FROM registration WHERE connection_id = $1 RETURNING member_id AS id`, [connectionId]);
  const people = [...new Set(rows.map((row) => row.id))].sort();
  const deactivated = members === "deactivate" ? await deactivate(tx, scope, people) : [];
  if (members === "keep") await keep(tx, scope, people);
  await tx.query(tellPeople, [scope.organizationId, connectionId, people, people.map(() => uuidv7()), deactivated]);
  return people.length;
}

async function deactivate(tx: Transaction, scope: OrganizationScope, memberIds: string[]): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE member m SET status = 'deactivated', updated_at = now()
      WHERE m.organization_id = $1 AND m.id = ANY($2) AND m.status IN ('active', 'invited')
        AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.member_id = m.id AND r.active)
      RETURNING m.id`,
    [scope.organizationId, memberIds],
  );
  return rows.map((row) => row.id);
}

/** People whom no connection knows any more are the organization's own from now on. One e-mail can be direct only once. */
async function keep(tx: Transaction, scope: OrganizationScope, memberIds: string[]): Promise<void> {
  await tx.query(
    `UPDATE member SET origin = 'direct', updated_at = now()
      WHERE id IN (
        SELECT DISTINCT ON (m.email_key) m.id FROM member m
         WHERE m.organization_id = $1 AND m.id = ANY($2) AND m.status <> 'deleted' AND m.origin = 'scim'
           AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.member_id = m.id)
           AND NOT EXISTS (SELECT 1 FROM member d WHERE d.organization_id = $1 AND d.email_key = m.email_key
                              AND d.origin = 'direct' AND d.status <> 'deleted')
         ORDER BY m.email_key, m.created_at)`,
    [scope.organizationId, memberIds],
  );
}

const left = "person.id = ANY($5::uuid[])";
const head = { eventId: "told.event_id", action: `CASE WHEN ${left} THEN 'DELETE' ELSE 'UPDATE' END`, organizationId: "person.organization_id", connectionId: "$2::uuid" };

const tellPeople = `
  INSERT INTO event (id, organization_id, connection_id, type, object_id, member_id, payload)
  SELECT told.event_id, person.organization_id, $2, CASE WHEN ${left} THEN 'scim.member.delete' ELSE 'scim.member.update' END,
         person.id, person.id, ${memberPayload(head, "person", `jsonb_build_object('scim_registration', NULL, 'roles', ${rolesInForce({ member: "person.id", status: "person.status" })})`)}
    FROM unnest($3::uuid[], $4::uuid[]) AS told (member_id, event_id)
    JOIN member person ON person.id = told.member_id AND person.organization_id = $1`;
