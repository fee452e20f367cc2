import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { pool, poolFor } from "@/lib/db/client";
import { groupPayload, membershipPayload } from "@/lib/events/event-payload";
import type { ConnectionScope } from "@/lib/scope";
import { ofConnection } from "../registrations/registration-columns";
import { lastOrgAdmin } from "../roles/protect-last-admin";
import { roleChangeEvents, roleChanges, steadyMembers } from "../roles/role-changes";
import { roleGraph } from "../roles/role-graph";
import { runUntilSteady } from "../roles/run-until-steady";
import { changePlainMembers } from "./change-plain-members";

/**
 * The change as sets: `reset` empties the group of everybody who is not in `add`; `add` and `remove` have nothing in common. `known`: nothing shall be done
 * unless somebody of `add` is known.
 */
export type MembershipChange = { reset: boolean; add: readonly string[]; remove: readonly string[]; known?: boolean };

/**
 * What happened. `known` are the people among `add`, null when all are; `groups` the ids among `add` that are groups of this connection. `nests`: nothing
 * did, since groups would come or leave by it, which takes the role graph; `strangers`: nothing did, since nobody who was to come is known.
 */
export type ChangedMembership = { version: number; updatedAt: Date; added: number; removed: number; known: string[] | null; groups: string[]; nests: boolean; strangers: boolean };

const head = (action: string): { eventId: string; action: string; organizationId: string; connectionId: string } => ({
  eventId: "turned.event_id",
  action: `'${action}'`,
  organizationId: "g.organization_id",
  connectionId: "$1::uuid",
});

// After the role graph the group's row is locked, in every path, so that writers of one group pass one after the other and cannot wait for
// each other in a circle; the lock is `no key update`, which foreign key checks do not wait for. Nothing here reads the group's
// other members: the cost of one more is the same at 10 and at 100 000. Who gains or loses a role by it is told after the membership.
const roles = roleChanges({
  group: "select id from g",
  people: "select member_id from turned",
  subtrees: "select child_group_id from unnested",
  lostMemberships: "select g.id, lost.registration_id from g, lost",
  gainedMemberships: "select g.id, added.registration_id from g, added",
  lostNestings: "select g.id, unnested.child_group_id from g, unnested",
});

// All who are named, where a role is at stake: that somebody is in the group already may be no longer true. Who is in it is read only to empty it.
const steady = steadyMembers(
  `select touched.member_id from (
      select member_id from known
      union select r.member_id from registration r where r.id = any ($5::uuid[]) and ${ofConnection("r", "$1")}
      union select r.member_id from g join group_membership m on m.group_id = g.id join registration r on r.id = m.registration_id
        where $6::boolean and not exists (select 1 from wanted where wanted.id = m.registration_id)
    ) touched where exists (select 1 from at_stake)`,
  "exists (select 1 from turned where turned.member_id = steady.id)",
);

const statement = `
  with recursive ${roleGraph("$11::uuid")}, g as materialized (
    select held.id, organization_id, display_name, external_id from role_graph, idp_group held where held.id = $2 and ${ofConnection("held", "$1")} and role_graph.same for no key update of held
  ), wanted as materialized (
    select w.id, w.event_id from unnest($3::uuid[], $4::uuid[]) as w (id, event_id)
  ), known as materialized (
    select r.id, r.member_id, wanted.event_id from wanted join registration r on r.id = wanted.id and ${ofConnection("r", "$1")}
  ), nested as (
    select c.id from wanted join idp_group c on c.id = wanted.id and ${ofConnection("c", "$1")}
    where not exists (select 1 from known where known.id = wanted.id)
  ), nesting as (
    select child_group_id from group_nesting n
    where n.group_id = $2 and (n.child_group_id = any ($5) or ($6 and not exists (select 1 from wanted where wanted.id = n.child_group_id)))
  ), nests as materialized (
    select not $7::boolean and (exists (select 1 from nested) or exists (select 1 from nesting)) as refused
  ), strangers as materialized (
    select $12::boolean and not exists (select 1 from known) and not exists (select 1 from nested) as refused
  ), guard as materialized (
    select case when cardinality($5::uuid[]) > 0 or $6::boolean then group_keeps_org_admin($1, $2, $5, $6, $3, false) else true end as admin_remains from g
  ), ${steady}, go as (
    select g.id from g, guard, nests, strangers where guard.admin_remains and not nests.refused and not strangers.refused and not exists (select 1 from steady where not same)
  ), added as (
    insert into group_membership (group_id, registration_id, connection_id)
    select go.id, known.id, $1 from known, go order by known.id
    on conflict do nothing
    returning registration_id
  ), removed as (
    delete from group_membership m using go where m.group_id = go.id and m.registration_id = any ($5::uuid[])
    returning m.registration_id
  ), cleared as (
    delete from group_membership m using go where $6::boolean and m.group_id = go.id and not exists (select 1 from wanted where wanted.id = m.registration_id)
    returning m.registration_id
  ), unnested as (
    delete from group_nesting n using go
    where n.group_id = go.id and n.child_group_id in (select child_group_id from nesting)
    returning n.child_group_id
  ), lost as (
    select registration_id from removed union select registration_id from cleared
  ), turned as (
    select known.event_id, true as came, known.member_id from added join known on known.id = added.registration_id
    union all
    select gen_random_uuid(), false, r.member_id
    from lost join registration r on r.id = lost.registration_id
  ), ${roles}, told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select id, organization_id, connection_id, type, object_id, member_id, payload, $9::uuid from (
    select turned.event_id, g.organization_id, $1, case when turned.came then 'scim.idp_group.member_add' else 'scim.idp_group.member_delete' end,
      g.id, p.member_id, case when turned.came then ${membershipPayload(head("MEMBER_ADD"), "g", "p")} else ${membershipPayload(head("MEMBER_DELETE"), "g", "p")} end
    from g, turned
    join lateral (select m.id as member_id, m.email, m.name, m.status from member m where m.id = turned.member_id) p on true
    union all ${roleChangeEvents}
    ) fact (id, organization_id, connection_id, type, object_id, member_id, payload)
    order by type like 'scim.member.%'
  ), changed as (
    update idp_group set version = case when $10::boolean then version else version + 1 end,
      updated_at = case when $10::boolean then updated_at else greatest(now(), updated_at + interval '1 millisecond') end
    where id = (select id from g)
      and (exists (select 1 from added) or exists (select 1 from removed) or exists (select 1 from cleared) or exists (select 1 from unnested))
    returning *
  ), told_nesting as (
    insert into event (id, organization_id, connection_id, type, object_id, payload, request_id)
    select $8, changed.organization_id, $1, 'scim.idp_group.update', changed.id, ${groupPayload({ ...head("UPDATE"), eventId: "$8::uuid", organizationId: "changed.organization_id" }, "changed")}, $9::uuid
    from changed where exists (select 1 from unnested)
  )
  select found.id is not null as found, coalesce(changed.version, found.version) as version, coalesce(changed.updated_at, found.updated_at) as updated_at,
    (select count(*)::int from added) as added, (select count(*)::int from turned where not came) + (select count(*)::int from unnested) as removed,
    case when (select count(*) from known) < cardinality($3) then array(select id from known) end as known,
    array(select id from nested) as groups, (select refused from nests) as nests, (select refused from strangers) as strangers, not role_graph.same or exists (select 1 from steady where not same) as stale,
    (select admin_remains from guard) as admin_remains
  from role_graph left join (select o.* from g join idp_group o on o.id = g.id) found on true left join changed on true`;

type Row = { found: boolean; nests: boolean; strangers: boolean; version: number; updated_at: Date; added: number; removed: number; known: string[] | null; groups: string[]; stale: boolean; admin_remains: boolean };

/** `alone`: the transaction took the role graph. `fresh`: the group is being created, its version stays the first. */
type Options = { alone?: boolean; fresh?: boolean; on?: Pick<pg.Pool, "query"> };

/** Whether the plain statement may do it, where the group lets it: somebody comes or goes, and what else happens does not depend on who is known. */
export function isPlain({ reset, add, known = false }: MembershipChange): boolean {
  return !reset && !(known && add.length === 0);
}

/**
 * Changes who is in a group, with one event a person who came or left and one for all groups that left, in one statement (after another one that found
 * nothing of the plain case to do). Ids that are nobody of this
 * connection are skipped: then `known` and `groups` name those that are somebody. Groups inside the group are removed here
 * but added by `nestGroups`, in one transaction with this that took the role graph: else nothing is changed when there are any (`nests`).
 * Null: there is no such group. Throws `last_org_admin`, and changes nothing, when nobody would be left who administers the organization.
 */
export async function changeGroupMembers(
  scope: ConnectionScope,
  groupId: string,
  change: MembershipChange,
  { alone = false, fresh = false, on }: Options = {},
): Promise<ChangedMembership | null> {
  const known = change.known ?? false;
  if (isPlain(change)) {
    const plain = await changePlainMembers(groupId, [{ scope, ...change }], { fresh, on: on ?? poolFor("memberships") });
    if (plain === null) return null;
    if (plain !== "unfit" && plain[0]) return { ...plain[0], known: null, groups: [], nests: false, strangers: false };
  }
  const add = [...change.add].sort();
  const values = [scope.connectionId, groupId, add, add.map(() => uuidv7()), change.remove, change.reset, alone, uuidv7(), scope.requestId, fresh, scope.organizationId, known];
  const row = await runUntilSteady<Row>(() => (on ?? pool()).query<Row>({ name: "change-group-members", text: statement, values }));
  if (!row?.found) return null;
  if (!row.admin_remains && !row.strangers) throw lastOrgAdmin();
  return { version: row.version, updatedAt: row.updated_at, added: row.added, removed: row.removed, known: row.known, groups: row.groups, nests: row.nests, strangers: row.strangers };
}
