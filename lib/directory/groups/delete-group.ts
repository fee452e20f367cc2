import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { groupPayload } from "@/lib/events/event-payload";
import type { Queryable } from "@/lib/db/queryable";
import type { ConnectionScope } from "@/lib/scope";
import { lastOrgAdmin } from "../roles/protect-last-admin";
import { ofConnection } from "../registrations/registration-columns";
import { roleChangeEvents, roleChanges, steadyMembers } from "../roles/role-changes";
import { roleGraph } from "../roles/role-graph";
import { runUntilSteady } from "../roles/run-until-steady";
import { withRoleGraph } from "../roles/with-role-graph";

const head = { eventId: "$3::uuid", action: "'DELETE'", organizationId: "gone.organization_id", connectionId: "$1::uuid" };

// Mappings keep the name, so that they match again when a group of this name arrives; one that an admin typed for the same
// name and role already does, and then the group's own goes with the group. Groups that held this one change too.
const roles = roleChanges({
  group: "select id from doomed",
  subtrees: "select id from doomed",
  lostMemberships: "select doomed.id, gm.registration_id from doomed join group_membership gm on gm.group_id = doomed.id",
  lostNestings: "select n.group_id, n.child_group_id from group_nesting n join doomed on doomed.id in (n.group_id, n.child_group_id)",
});

const statement = `
  with recursive ${roleGraph("$6::uuid")}, nests as materialized (
    select not $7::boolean and exists (select 1 from group_nesting where $2 in (group_id, child_group_id)) as refused
  ), guard as materialized (
    select group_keeps_org_admin($1, $2, '{}', false, '{}', true) as admin_remains from role_graph where same
  ), held_group as materialized (
    select g.id, g.version, g.version = (select version from idp_group where id = $2) as same from role_graph, idp_group g where role_graph.same and g.id = $2 and ${ofConnection("g", "$1")} for no key update of g
  ), doomed as (
    select id from held_group where same and ($4::int is null or version = $4) and (select admin_remains from guard) and not (select refused from nests)
  ), ${steadyMembers("select member_id from affected", "exists (select 1 from going)")}, going as (
    select id from doomed where not exists (select 1 from steady where not same)
  ), kept as (
    update role_mapping m set group_id = null from going doomed
    where m.group_id = doomed.id and not exists (
      select 1 from role_mapping typed
      where typed.connection_id = $1 and typed.group_name_key = m.group_name_key and typed.role_id = m.role_id and typed.group_id is null)
  ), held as (
    select g.id from idp_group g where g.id in (select n.group_id from group_nesting n join going doomed on doomed.id = n.child_group_id)
    order by g.id for no key update
  ), shrunk as (
    update idp_group g set version = version + 1, updated_at = greatest(now(), updated_at + interval '1 millisecond') from held where g.id = held.id
  ), gone as (
    delete from idp_group g using going doomed where g.id = doomed.id returning g.*
  ), ${roles}, told as (
    insert into event (id, organization_id, connection_id, type, object_id, member_id, payload, request_id)
    select id, organization_id, connection_id, type, object_id, member_id, payload, $5::uuid from (
      select $3::uuid, gone.organization_id, $1::uuid, 'scim.idp_group.delete', gone.id, null::uuid, ${groupPayload(head, "gone")} from gone
      union all ${roleChangeEvents}
    ) fact (id, organization_id, connection_id, type, object_id, member_id, payload)
    where exists (select 1 from gone)
    order by type like 'scim.member.%'
  )
  select exists (select 1 from gone) as deleted, (select refused from nests) as nests, (select admin_remains from guard) as admin_remains,
    not (select same from role_graph) or exists (select 1 from held_group where not same) or exists (select 1 from steady where not same) as stale`;

type Row = { deleted: boolean; nests: boolean; stale: boolean; admin_remains: boolean };

/**
 * Removes a group with its memberships; one with groups inside or around it alone in the role graph. False: there was none (of that version). Throws `last_org_admin` when nobody would be left who administers the
 * organization.
 */
export async function deleteGroup(scope: ConnectionScope, id: string, version: number | null): Promise<boolean> {
  const run = async (on: Queryable, alone: boolean): Promise<Row | undefined> => {
    const values = [scope.connectionId, id, uuidv7(), version, scope.requestId, scope.organizationId, alone];
    const row = await runUntilSteady(() => on.query<Row>({ name: "delete-group", text: statement, values }));
    if (row?.admin_remains === false) throw lastOrgAdmin();
    return row;
  };
  const row = await run(pool(), false);
  if (!row?.nests) return row?.deleted ?? false;
  return withRoleGraph(scope.organizationId, async (tx) => (await run(tx, true))?.deleted ?? false, { alone: true });
}
