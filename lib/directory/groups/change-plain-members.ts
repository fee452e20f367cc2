import { newId } from "@/lib/new-id";
import type { Queryable } from "@/lib/db/queryable";
import { membershipText, membershipTextOfGroup } from "@/lib/events/payload-text";
import type { ConnectionScope } from "@/lib/scope";
import { ofConnection } from "../registrations/registration-columns";
import { roleGraph } from "../roles/role-graph";

/** What one call does to a group: who comes and who goes, nobody both. */
export type PlainChange = { scope: ConnectionScope; add: readonly string[]; remove: readonly string[] };

/** What became of it; `version` is the group's after this very call. */
export type PlainResult = { version: number; updatedAt: Date; added: number; removed: number };

// The full statement carries what a change does to roles and nested groups. That costs PostgreSQL some 20 ms to plan and, run or not, 8 MB of
// hash tables a recursion: bench/NOTES.md, step 1. `offset 0` keeps lookups by key from becoming joins over whole tables, and an array behind `select` looks the same to the planner whatever its
// length: else it would plan anew for each call. A payload as text is parsed once; put together by functions it is copied for each level (step 42).
const statement = `
  with ${roleGraph("$3::uuid")}, g as materialized (
    select held.id, organization_id, version, updated_at, same, ${membershipTextOfGroup("held", "$1::uuid")} as told
    from role_graph, idp_group held where held.id = $2 and ${ofConnection("held", "$1")} for no key update of held
  ), known as materialized (
    select w.id, r.member_id, w.event_id, w.nth from unnest((select $4::uuid[]), (select $5::uuid[]), (select $6::int[])) as w (id, event_id, nth)
    cross join lateral (select member_id from registration r where r.id = w.id and ${ofConnection("r", "$1")} offset 0) r
  ), go as materialized (
    select g.id from g
    where g.same and (select count(*) from known) = cardinality($4)
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
    where m.group_id = $2 and m.registration_id = any ((select $7::uuid[])::uuid[]) and exists (select 1 from go)
    returning m.registration_id
  ), turned as (
    select known.event_id, true as came, known.member_id, known.nth from added join known on known.id = added.registration_id
    union all
    select w.event_id, false, r.member_id, w.nth from removed
    join unnest((select $7::uuid[]), (select $8::uuid[]), (select $9::int[])) as w (id, event_id, nth) on w.id = removed.registration_id
    cross join lateral (select member_id from registration where id = removed.registration_id offset 0) r
  ), told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select turned.event_id, g.organization_id, $1, case when turned.came then 'scim.idp_group.member_add' else 'scim.idp_group.member_delete' end,
      g.id, p.member_id, ${membershipText("turned.event_id", "case when turned.came then 'MEMBER_ADD' else 'MEMBER_DELETE' end", "g.told", "p")}::jsonb, ((select $10::uuid[])::uuid[])[turned.nth]
    from g, turned
    cross join lateral (select m.id as member_id, m.email, m.name, m.status from member m where m.id = turned.member_id offset 0) p
    order by turned.nth
  ), changed as (
    update idp_group set version = case when $11::boolean then version else version + (select count(distinct nth)::int from turned) end,
      updated_at = case when $11::boolean then updated_at else greatest(now(), updated_at + interval '1 millisecond') end
    where id = $2 and exists (select 1 from turned)
    returning version, updated_at
  )
  select exists (select 1 from go) as done, g.version as before, coalesce(changed.updated_at, g.updated_at) as updated_at,
    array(select nth from turned where came) as came, array(select nth from turned where not came) as gone
  from g left join changed on true`;

type Row = { done: boolean; before: number; updated_at: Date; came: number[]; gone: number[] };

/**
 * Adds and removes people of a group that no role hangs on and that has no groups inside or around it: the daily case, in one statement that reads no
 * other member. Takes the changes of several calls of one connection together, as if they came one after the other: nobody may be named by two of them. Where
 * it is not so, or an id to be added is no person of this connection, nothing is changed ("unfit"). `fresh`: the group is being created, its
 * version stays the first. Null: there is no such group.
 */
export async function changePlainMembers(
  groupId: string,
  changes: readonly [PlainChange, ...PlainChange[]],
  { fresh, on }: { fresh: boolean; on: Queryable },
): Promise<PlainResult[] | "unfit" | null> {
  const { connectionId, organizationId } = changes[0].scope;
  const come = listPeople(changes, "add").sort((one, other) => (one.id < other.id ? -1 : 1));
  const go = listPeople(changes, "remove");
  const requests = changes.map(({ scope }) => scope.requestId);
  const { rows } = await on.query<Row>({
    name: "change-plain-members",
    text: statement,
    values: [connectionId, groupId, organizationId, ...columns(come), ...columns(go), requests, fresh],
  });
  const row = rows[0];
  if (!row) return null;
  return row.done ? tellEach(changes.length, row, fresh) : "unfit";
}

type Person = { id: string; nth: number };

/** Whom the calls name, each with the number of the call from 1 on. */
function listPeople(changes: readonly PlainChange[], what: "add" | "remove"): Person[] {
  return changes.flatMap((change, at) => change[what].map((id) => ({ id, nth: at + 1 })));
}

function columns(people: readonly Person[]): [string[], string[], number[]] {
  return [people.map(({ id }) => id), people.map(() => newId()), people.map(({ nth }) => nth)];
}

function tellEach(calls: number, { before, updated_at, came, gone }: Row, fresh: boolean): PlainResult[] {
  let version = before;
  return Array.from({ length: calls }, (_, at) => {
    const added = came.filter((nth) => nth === at + 1).length;
    const removed = gone.filter((nth) => nth === at + 1).length;
    if (added + removed > 0 && !fresh) version += 1;
    return { version, updatedAt: updated_at, added, removed };
  });
}
