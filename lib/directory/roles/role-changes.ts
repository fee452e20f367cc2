import { memberPayload } from "@/lib/events/event-payload";

/** How a statement changes the graph that gives roles: each is the text of a query over the statement's other parts; left out: nothing of the kind. */
export type GraphChange = {
  /** `(group_id)`: the group whose members, inner groups or mappings change. */
  group: string;
  /** `(member_id)`: people whom the change touches directly. */
  people?: string;
  /** `(group_id)`: groups whose people, nested ones included, the change touches. */
  subtrees?: string;
  /** `(group_id, registration_id)`. */
  lostMemberships?: string;
  gainedMemberships?: string;
  /** `(group_id, child_group_id)`. */
  lostNestings?: string;
  gainedNestings?: string;
  /** `(role_id, group_id, connection_id)`. */
  gainedMappings?: string;
};

const nowhere = { one: "select null::uuid where false", two: "select null::uuid, null::uuid where false", three: "select null::uuid, null::uuid, null::uuid where false" };

/**
 * SQL: parts of a `with recursive` that end in `role_change (event_id, member_id, roles)`, the people who gain or lose a role altogether by the
 * change, each once, with the roles they have afterwards. Every part reads the tables as they were before the statement and adds
 * what the statement does, so that change and event are one statement. Only people whom the change touches are looked at, and nobody when no mapping
 * names the group or a group around it.
 */
export function roleChanges(change: GraphChange): string {
  return `
  above (group_id) as (
    ${change.group}
    union select n.group_id from above ${each("select group_id from group_nesting where child_group_id = above.group_id", "n")}
  ), gained_mapping (role_id, group_id, connection_id) as (
    ${change.gainedMappings ?? nowhere.three}
  ), at_stake (role_id) as materialized (
    select m.role_id from above ${each("select role_id from role_mapping where group_id = above.group_id", "m")}
    union select role_id from gained_mapping
  ), below (group_id) as (
    ${change.subtrees ?? nowhere.one}
    union select n.child_group_id from below ${each("select child_group_id from group_nesting where group_id = below.group_id", "n")}
  ), affected as materialized (
    select p.member_id from (
      select touched.member_id from (${change.people ?? nowhere.one}) touched (member_id)
      union
      select inside.member_id from below ${each("select r.member_id from group_membership gm join registration r on r.id = gm.registration_id and r.active where gm.group_id = below.group_id", "inside")}
    ) p ${each("select 1 from member where id = p.member_id and status in ('active', 'invited')", "present")}
    where exists (select 1 from at_stake)
  ), ${walks(change)}, mapping_after (role_id, group_id, connection_id) as (
    select m.role_id, w.group_id, m.connection_id from (select distinct group_id from walked_after) w
    ${each("select role_id, connection_id from role_mapping where group_id = w.group_id", "m")}
    union select role_id, group_id, connection_id from gained_mapping
  ), ${difference}`;
}

/** Looked up by index for each row on the left: the planner cannot know how short recursive lists are and would read whole tables (`offset 0` keeps it from it). */
function each(query: string, alias: string): string {
  return `cross join lateral (${query} offset 0) ${alias}`;
}

/** All groups of the affected people, those around their own included, before and after. Inactive registrations give nothing. */
function walks(change: GraphChange): string {
  const own = `affected a ${each("select gm.group_id, gm.registration_id from registration r join group_membership gm on gm.registration_id = r.id where r.member_id = a.member_id and r.active", "gm")}`;
  const kept = "select group_id from group_nesting n where n.child_group_id = w.group_id and not exists (select 1 from lost_nesting l where l.group_id = n.group_id and l.child_group_id = n.child_group_id)";
  const gained = change.gainedNestings ? ` union all select come.group_id from (${change.gainedNestings}) come (group_id, child_group_id) where come.child_group_id = w.group_id` : "";
  return `walked_before (member_id, group_id) as (
    select a.member_id, gm.group_id from ${own}
    union select w.member_id, n.group_id from walked_before w ${each("select group_id from group_nesting where child_group_id = w.group_id", "n")}
  ), lost_membership (group_id, registration_id) as (
    ${change.lostMemberships ?? nowhere.two}
  ), lost_nesting (group_id, child_group_id) as (
    ${change.lostNestings ?? nowhere.two}
  ), started_after (member_id, group_id) as (
    select a.member_id, gm.group_id from ${own}
    where not exists (select 1 from lost_membership l where l.group_id = gm.group_id and l.registration_id = gm.registration_id)
    ${change.gainedMemberships ? `union select a.member_id, come.group_id from (${change.gainedMemberships}) come (group_id, registration_id)
      ${each("select member_id from registration where id = come.registration_id and active", "r")} join affected a on a.member_id = r.member_id` : ""}
  ), walked_after (member_id, group_id) as (
    select member_id, group_id from started_after
    union select w.member_id, n.group_id from walked_after w ${each(`${kept}${gained}`, "n")}
  )`;
}

const difference = `held_before (member_id, role_id) as (
    select w.member_id, m.role_id from walked_before w ${each("select role_id from role_mapping where group_id = w.group_id", "m")}
  ), held_after (member_id, role_id) as (
    select w.member_id, m.role_id from walked_after w join mapping_after m on m.group_id = w.group_id
  ), changed_member as materialized (
    select distinct d.member_id from (
      (select member_id, role_id from held_before except select member_id, role_id from held_after)
      union all (select member_id, role_id from held_after except select member_id, role_id from held_before)
    ) d where not exists (select 1 from role_assignment a where a.member_id = d.member_id and a.role_id = d.role_id)
  ), grant_after (member_id, role_id, source) as (
    select w.member_id, m.role_id, jsonb_build_object('type', 'scim_connection_group', 'details',
        jsonb_build_object('connection_id', 'scim-connection-' || m.connection_id, 'group_id', m.group_id))
      from changed_member c join walked_after w on w.member_id = c.member_id join mapping_after m on m.group_id = w.group_id
    union all
    select a.member_id, a.role_id, '{"type":"direct_assignment","details":{}}' from changed_member c ${each("select member_id, role_id from role_assignment where member_id = c.member_id", "a")}
  ), role_after (member_id, role_id, sources) as (
    select g.member_id, role.role_id, jsonb_agg(g.source) from grant_after g join role on role.id = g.role_id where role.role_id <> 'org_member' group by 1, 2
    union all select member_id, 'org_member', '[{"type":"direct_assignment","details":{}}]' from changed_member
  ), role_change as (
    select gen_random_uuid() as event_id, member_id, jsonb_agg(jsonb_build_object('role_id', role_id, 'sources', sources) order by role_id) as roles
    from role_after group by member_id
  )`;

/**
 * SQL: parts `steady (id, same)` and `counted` of a `with recursive`. What a statement reads was true when it began; a second one that takes the same
 * person out of another group at that moment would see the first one's membership still there, and neither would tell that the role is gone. So the
 * members in `people` `(member_id)` are locked, in the order of their ids, and whoever finds that somebody else was there since it began
 * (`not same`) must change nothing and begin anew. `changed`: the condition under which the change happens, which counts.
 */
export function steadyMembers(people: string, changed: string): string {
  return `
  read_member as materialized (
    select m.id, m.role_version from (${people}) p (member_id) ${each("select id, role_version from member where id = p.member_id", "m")}
  ), steady as materialized (
    select m.id, m.role_version = read_member.role_version as same from read_member join member m on m.id = read_member.id order by m.id for no key update of m
  ), counted as (
    update member m set role_version = m.role_version + 1 from steady where m.id = steady.id and ${changed}
  )`;
}

const head = { eventId: "c.event_id", action: "'UPDATE'", organizationId: "p.organization_id", connectionId: "$1::uuid" };

/** SQL: one `scim.member.update` for each of `role_change`, as `(id, organization_id, connection_id, type, object_id, member_id, payload)`. */
export const roleChangeEvents = `
    select c.event_id, p.organization_id, $1::uuid, 'scim.member.update', p.id, p.id,
      ${memberPayload(head, "p", "jsonb_build_object('roles', c.roles)")}
    from role_change c ${each("select * from member where id = c.member_id", "p")}`;
