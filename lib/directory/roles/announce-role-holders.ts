import type { Transaction } from "@/lib/db/transaction";
import { orderedId } from "@/lib/events/ordered-id";
import { memberText, timestampText } from "@/lib/events/payload-text";
import type { OrganizationScope } from "@/lib/scope";
import { touchedRoles, wantedMappings } from "./diff-role-holders";
import type { ResolvedMapping } from "./resolve-role-mappings";
import { roleHolders } from "./role-holders";

const head = { eventId: "c.event_id", action: "UPDATE", source: "moment.source", now: "moment.now" };

const touched = { role: "ANY (SELECT role_id FROM touched)" };

// Everybody's roles as they will be, from the mappings that are wanted: a group of 100 000 gets its events in this one statement. Most people of a group have
// their roles for the same reasons: the JSON of those is made once for each set of reasons. Events are written in the order of people and with ids in the
// order of time, so that indexes grow at their ends (bench/NOTES.md, steps 6, 13 and 82).
const statement = `
  with recursive touched as materialized (${touchedRoles}), saved as materialized (${roleHolders(touched)}),
  wanted as materialized (${roleHolders({ ...touched, mappings: `SELECT role_id, group_id FROM (${wantedMappings}) w WHERE role_id = ${touched.role}` })}), difference as materialized (
    (select role_id, member_id from wanted except select role_id, member_id from saved)
    union all
    (select role_id, member_id from saved except select role_id, member_id from wanted)
  ), changed as materialized (
    select distinct member_id from difference
  ), mapped (role_id, origin_id, group_id) as (
    select w.role_id, w.group_id, w.group_id from (${wantedMappings}) w (role_id, group_id)
    union
    select mapped.role_id, mapped.origin_id, n.child_group_id from mapped join group_nesting n on n.group_id = mapped.group_id
  ), granted as materialized (
    select distinct r.member_id, mapped.role_id, mapped.origin_id, k.id as connection_id
      from mapped
      join group_membership gm on gm.group_id = mapped.group_id
      join registration r on r.id = gm.registration_id and r.active
      join changed on changed.member_id = r.member_id
      join connection k on k.id = r.connection_id and k.status <> 'deleted'
    union all
    select a.member_id, a.role_id, null, null from role_assignment a join changed on changed.member_id = a.member_id
  ), reason as materialized (
    select role.role_id as name, g.*, row_number() over (order by role.role_id, g.connection_id, g.origin_id)::int as code,
           case when g.origin_id is null then '{"type":"direct_assignment","details":{}}'
             else jsonb_build_object('type', 'scim_connection_group', 'details', jsonb_build_object('connection_id', 'scim-connection-' || g.connection_id, 'group_id', g.origin_id)) end as source
      from (select distinct role_id, origin_id, connection_id from granted) g join role on role.id = g.role_id where role.role_id <> 'org_member'
  ), held as materialized (
    select g.member_id, array_agg(reason.code order by reason.code) as codes
      from granted g join reason on reason.role_id = g.role_id and reason.origin_id is not distinct from g.origin_id and reason.connection_id is not distinct from g.connection_id group by 1
  ), person as materialized (
    select changed.member_id, coalesce(held.codes, '{}') as codes from changed left join held on held.member_id = changed.member_id
  ), kind as materialized (
    select codes, (
      select jsonb_agg(jsonb_build_object('role_id', name, 'sources', sources) order by name)::text from (
        select name, jsonb_agg(source order by code) as sources from reason where code = any (kinds.codes) group by name
        union all select 'org_member', '[{"type":"direct_assignment","details":{}}]') r) as roles
      from (select distinct codes from person) kinds
  ), moment as materialized (
    select ${timestampText("now()")} as now, upper($4::text) as source
  ), c as (
    select ${orderedId} as event_id, person.member_id, kind.roles from person join kind on kind.codes = person.codes
  )
  insert into event (id, organization_id, type, object_id, payload)
  select c.event_id, $1, $4 || '.member.update', p.id, ${memberText(head, "p", "c.roles")}::jsonb
  from moment cross join c join member p on p.id = c.member_id and p.organization_id = $1 order by p.id`;

// Sorts and hash tables of 100 000 people would go to disk. And PostgreSQL expects some hundreds: looking up each of so many by itself costs a third of the whole
// (step 82). Where they are a twentieth of everybody or more, tables are read through instead.
const prepare = `
  select set_config('work_mem', '64MB', true), case when people.many * 20 > (select reltuples from pg_class where oid = 'registration'::regclass) then set_config('enable_nestloop', 'off', true) end
    from (select count(*) as many from group_membership where group_id = any (array(select group_id from role_mapping where connection_id = $1 and group_id is not null) || $2::uuid[])) people`;

/**
 * Records an event for each member who gains or loses a role altogether when a connection's mappings become `wanted`, with the roles they have then, in the
 * transaction that will write the mappings; call it before. Its object is that of a role that changes by SCIM: the member and the roles. Returns how many.
 */
export async function announceRoleHolders(tx: Transaction, scope: OrganizationScope, connectionId: string, wanted: readonly ResolvedMapping[]): Promise<number> {
  const rows = wanted.filter((mapping) => mapping.groupId !== null).map(({ roleRow, groupId }) => ({ role_id: roleRow, group_id: groupId }));
  const source = scope.actor.type === "user" ? "dashboard" : "direct";
  await tx.query(prepare, [connectionId, rows.map((row) => row.group_id)]);
  const { rowCount } = await tx.query(statement, [scope.organizationId, connectionId, JSON.stringify(rows), source]);
  return rowCount ?? 0;
}
