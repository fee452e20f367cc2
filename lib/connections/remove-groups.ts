import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/transaction";
import { groupPayload } from "@/lib/events/event-payload";

const head = { eventId: "doomed.event_id", action: "'DELETE'", organizationId: "gone.organization_id", connectionId: "$1::uuid" };

// One statement however many groups there are: they go with their memberships and mappings, and an event tells of each.
const statement = `
  WITH doomed AS (
    SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS pair (group_id, event_id)
  ), gone AS (
    DELETE FROM idp_group g USING doomed WHERE g.connection_id = $1 AND g.id = doomed.group_id RETURNING g.*
  )
  INSERT INTO event (id, organization_id, connection_id, type, object_id, payload)
  SELECT doomed.event_id, gone.organization_id, $1, 'scim.idp_group.delete', gone.id, ${groupPayload(head, "gone")}
    FROM gone JOIN doomed ON doomed.group_id = gone.id`;

/** Removes all groups and role mappings of a connection that is being deleted, and tells how many groups there were. */
export async function removeGroups(tx: Transaction, connectionId: string): Promise<number> {
  await tx.query("DELETE FROM role_mapping WHERE connection_id = $1", [connectionId]);
  const { rows } = await tx.query<{ id: string }>("SELECT id FROM idp_group WHERE connection_id = $1 ORDER BY id FOR UPDATE", [connectionId]);
  await tx.query(statement, [connectionId, rows.map((row) => row.id), rows.map(() => uuidv7())]);
  return rows.length;
}
