import { uuidv7 } from "uuidv7";
import type { Queryable } from "@/lib/db/queryable";
import { membershipPayload } from "@/lib/events/event-payload";
import type { ConnectionScope } from "@/lib/scope";
import { ofConnection } from "../registrations/registration-columns";
import { roleGraph } from "../roles/role-graph";

/** What happened; `done` false: nothing did, because the change means more than people coming and going. */
export type PlainChange = { done: boolean; version: number; updatedAt: Date; added: number; removed: number };

const head = (action: string): { eventId: string; action: string; organizationId: string; connectionId: string } => ({
  eventId: "turned.event_id",
  action: `'${action}'`,
  organizationId: "g.organization_id",
  connectionId: "$1::uuid",
});

// The full statement carries what a change does to roles and nested groups. That costs PostgreSQL some 20 ms to plan and, run or not, 8 MB of
// hash tables a recursion: bench/NOTES.md, step 1. `offset 0` keeps lookups by key from becoming joins over whole tables, and an array behind `select` looks the same to the planner whatever its
// length: else it would plan anew for each call.
const statement = `
  with ${roleGraph("$9::uuid")}, g as materialized (
    select held.id, organization_id, display_name, external_id, version, updated_at, same from role_graph, idp_group held where held.id = $2 and ${ofConnection("held", "$1")} for no key update of held
  ), known as materialized (
    select w.id, r.member_id, w.event_id from unnest((select $3::uuid[]), (select $4::uuid[])) as w (id, event_id)
    cross join lateral (select member_id from registration r where r.id = w.id and ${ofConnection("r", "$1")} offset 0) r
  ), go as materialized (
    select g.id from g
    where g.same and (select count(*) from known) = cardinality($3)
      and not exists (select 1 from group_nesting n where n.group_id = $2)
      and not exists (select 1 from group_nesting n where n.child_group_id = $2)
      and not exists (select 1 from role_mapping m where m.group_id = $2)
  ), added as (
    insert into group_membership (group_id, registration_id, connection_id)
    select go.id, known.id, $1 from go, known order by known.id
    on conflict do nothing
    returning registration_id
  ), removed as (
    delete from group_membership m
    where m.group_id = $2 and m.registration_id = any ((select $5::uuid[])::uuid[]) and exists (select 1 from go)
    returning m.registration_id
  ), turned as (
    select known.event_id, true as came, known.member_id from added join known on known.id = added.registration_id
    union all
    select w.event_id, false, r.member_id from removed
    join unnest((select $5::uuid[]), (select $6::uuid[])) as w (id, event_id) on w.id = removed.registration_id
    cross join lateral (select member_id from registration where id = removed.registration_id offset 0) r
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select turned.event_id, g.organization_id, $1, case when turned.came then 'scim.idp_group.member_add' else 'scim.idp_group.member_delete' end,
      g.id, p.member_id, case when turned.came then ${membershipPayload(head("MEMBER_ADD"), "g", "p")} else ${membershipPayload(head("MEMBER_DELETE"), "g", "p")} end, $7::uuid
    from g, turned
    cross join lateral (select m.id as member_id, m.email, m.name, m.status from member m where m.id = turned.member_id offset 0) p
  ), changed as (
    update idp_group set version = case when $8::boolean then version else version + 1 end,
      updated_at = case when $8::boolean then updated_at else greatest(now(), updated_at + interval '1 millisecond') end
    where id = $2 and (exists (select 1 from added) or exists (select 1 from removed))
    returning version, updated_at
  )
  select exists (select 1 from go) as done, coalesce(changed.version, g.version) as version, coalesce(changed.updated_at, g.updated_at) as updated_at,
    (select count(*)::int from added) as added, (select count(*)::int from removed) as removed
  from g left join changed on true`;

type Row = { done: boolean; version: number; updated_at: Date; added: number; removed: number };

/**
 * Adds and removes people of a group that no role hangs on and that has no groups inside or around it: the daily case, in one statement that reads no
 * other member. Where it is not so, or an id among `add` is no person of this connection, nothing is changed (`done` false). `fresh`: the
 * group is being created, its version stays the first. Null: there is no such group.
 */
export async function changePlainMembers(
  scope: ConnectionScope,
  groupId: string,
  change: { add: readonly string[]; remove: readonly string[] },
  { fresh, on }: { fresh: boolean; on: Queryable },
): Promise<PlainChange | null> {
  const add = [...change.add].sort();
  const values = [scope.connectionId, groupId, add, add.map(() => uuidv7()), change.remove, change.remove.map(() => uuidv7()), scope.requestId, fresh, scope.organizationId];
  const { rows } = await on.query<Row>({ name: "change-plain-members", text: statement, values });
  const row = rows[0];
  return row ? { done: row.done, version: row.version, updatedAt: row.updated_at, added: row.added, removed: row.removed } : null;
}
