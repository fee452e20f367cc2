import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/transaction";
import { groupPayload } from "@/lib/events/event-payload";
import type { ConnectionScope } from "@/lib/scope";
import { roleChangeEvents, roleChanges } from "../roles/role-changes";

/** How many groups were newly put inside with the version that gave, or that the group would then hold itself. */
export type NestedGroups = { outcome: "nested"; added: number; version: number | null } | { outcome: "cycle"; groupId: string };

const findCycle = `
  with recursive below (group_id) as (
    select unnest($3::uuid[])
    union select n.child_group_id from group_nesting n join below on n.group_id = below.group_id where n.connection_id = $1
  )
  select group_id from below where group_id = $2`;

const head = { eventId: "$4::uuid", action: "'UPDATE'", organizationId: "changed.organization_id", connectionId: "$1::uuid" };

const roles = roleChanges({
  group: "select $2::uuid",
  subtrees: "select child_group_id from nested",
  gainedNestings: "select $2::uuid, nested.child_group_id from nested",
});

const statement = `
  with recursive nested as (
    insert into group_nesting (group_id, child_group_id, connection_id)
    select $2, c.id, $1 from idp_group c where c.connection_id = $1 and c.id = any ($3::uuid[])
    on conflict do nothing
    returning child_group_id
  ), changed as (
    update idp_group set version = case when $6::boolean then version else version + 1 end,
      updated_at = case when $6::boolean then updated_at else greatest(now(), updated_at + interval '1 millisecond') end
    where id = $2 and exists (select 1 from nested)
    returning *
  ), ${roles}, told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select id, organization_id, connection_id, type, object_id, member_id, payload, $5::uuid from (
      select $4::uuid, changed.organization_id, $1::uuid, 'scim.idp_group.update', changed.id, null::uuid, ${groupPayload(head, "changed")} from changed
      union all ${roleChangeEvents}
    ) fact (id, organization_id, connection_id, type, object_id, member_id, payload)
    order by type like 'scim.member.%'
  )
  select (select count(*)::int from nested) as added, (select version from changed) as version`;

/**
 * Puts groups of the connection inside a group whose row the transaction holds, after it took the role graph: one nesting at a time, since two that are each
 * harmless can close a circle together. `fresh`: it is being created, its version stays the first.
 */
export async function nestGroups(tx: Transaction, scope: ConnectionScope, groupId: string, childIds: readonly string[], { fresh = false } = {}): Promise<NestedGroups> {
  const values = [scope.connectionId, groupId, childIds];
  if (((await tx.query(findCycle, values)).rowCount ?? 0) > 0) return { outcome: "cycle", groupId };
  const { rows } = await tx.query<{ added: number; version: number | null }>(statement, [...values, uuidv7(), scope.requestId, fresh]);
  return { outcome: "nested", added: rows[0]?.added ?? 0, version: rows[0]?.version ?? null };
}
