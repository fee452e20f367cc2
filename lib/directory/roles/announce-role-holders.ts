import type { Transaction } from "@/lib/db/transaction";
import { memberPayload } from "@/lib/events/event-payload";
import type { OrganizationScope } from "@/lib/scope";
import { wantedMappings } from "./diff-role-holders";
import type { ResolvedMapping } from "./resolve-role-mappings";
import { roleHolders } from "./role-holders";

const head = { eventId: "c.event_id", action: "'UPDATE'", organizationId: "$1::uuid", source: "upper($4::text)" };

// Everybody's roles as they will be, from the mappings that are wanted: a group of 100 000 gets its events in this one statement. Loading, presenting and
// writing the people in hundreds took 34 s, most of it spent here and in JSON (bench/NOTES.md, step 6).
const statement = `
  with recursive saved as materialized (${roleHolders()}), wanted as materialized (${roleHolders({ mappings: wantedMappings })}), difference as materialized (
    (select role_id, member_id from wanted except select role_id, member_id from saved)
    union all
    (select role_id, member_id from saved except select role_id, member_id from wanted)
  ), changed as materialized (
    select member_id, gen_random_uuid() as event_id from difference group by member_id
  ), mapped (role_id, origin_id, group_id) as (
    select w.role_id, w.group_id, w.group_id from (${wantedMappings}) w (role_id, group_id)
    union
    select mapped.role_id, mapped.origin_id, n.child_group_id from mapped join group_nesting n on n.group_id = mapped.group_id
  ), reached as (
    select distinct r.member_id, mapped.role_id, mapped.origin_id, k.id as connection_id
      from mapped
      join group_membership gm on gm.group_id = mapped.group_id
      join registration r on r.id = gm.registration_id and r.active
      join changed on changed.member_id = r.member_id
      join connection k on k.id = r.connection_id and k.status <> 'deleted'
  ), granted as (
    select member_id, role_id, jsonb_build_object('type', 'scim_connection_group', 'details',
        jsonb_build_object('connection_id', 'scim-connection-' || connection_id, 'group_id', origin_id)) as source from reached
    union all
    select a.member_id, a.role_id, '{"type":"direct_assignment","details":{}}' from role_assignment a join changed on changed.member_id = a.member_id
  ), held as (
    select g.member_id, role.role_id, jsonb_agg(g.source) as sources from granted g join role on role.id = g.role_id where role.role_id <> 'org_member' group by 1, 2
    union all select member_id, 'org_member', '[{"type":"direct_assignment","details":{}}]' from changed
  ), c as (
    select changed.event_id, changed.member_id, jsonb_agg(jsonb_build_object('role_id', held.role_id, 'sources', held.sources) order by held.role_id) as roles
    from changed join held on held.member_id = changed.member_id group by 1, 2
  )
  insert into event (id, organization_id, type, object_id, member_id, payload)
  select c.event_id, $1, $4 || '.member.update', p.id, p.id, ${memberPayload(head, "p", "jsonb_build_object('roles', c.roles)")}
  from c join member p on p.id = c.member_id and p.organization_id = $1`;

/**
 * Records an event for each member who gains or loses a role altogether when a connection's mappings become `wanted`, with the roles they have then, in the
 * transaction that will write the mappings; call it before. Its object is that of a role that changes by SCIM: the member and the roles. Returns how many.
 */
export async function announceRoleHolders(tx: Transaction, scope: OrganizationScope, connectionId: string, wanted: readonly ResolvedMapping[]): Promise<number> {
  const rows = wanted.filter((mapping) => mapping.groupId !== null).map(({ roleRow, groupId }) => ({ role_id: roleRow, group_id: groupId }));
  const source = scope.actor.type === "user" ? "dashboard" : "direct";
  // Sorts and hash tables of 100 000 people would go to disk.
  await tx.query("SET LOCAL work_mem = '64MB'");
  const { rowCount } = await tx.query(statement, [scope.organizationId, connectionId, JSON.stringify(rows), source]);
  return rowCount ?? 0;
}
