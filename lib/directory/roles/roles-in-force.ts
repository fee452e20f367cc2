type Person = {
  /** SQL: the member's id and the status that the statement leaves behind. */
  member: string;
  status: string;
  /** SQL: whether a registration `r` of theirs is active when the statement is done; it reads the table as it was before. */
  active?: string;
};

/** Looked up by index for each row on the left: see `role-changes`. */
const each = (query: string, alias: string) => `cross join lateral (${query} offset 0) ${alias}`;

/**
 * SQL: the roles that a member has in force, with their sources, as the jsonb array that events carry: `org_member`, those given by hand, those of the groups
 * they are in, nested ones included; none for who is deactivated or deleted. Says the same as `computeEffectiveRoles`.
 */
export function rolesInForce({ member, status, active = "r.active" }: Person): string {
  return `(
    select coalesce(jsonb_agg(jsonb_build_object('role_id', held.role_id, 'sources', held.sources) order by held.role_id), '[]')
    from (
      select given.role_id, jsonb_agg(given.source order by given.source ->> 'type', given.source #>> '{details,group_id}') as sources from (
        select 'org_member' as role_id, '{"type":"direct_assignment","details":{}}'::jsonb as source
        union
        select role.role_id, '{"type":"direct_assignment","details":{}}' from role_assignment a join role on role.id = a.role_id where a.member_id = ${member}
        union
        select role.role_id, jsonb_build_object('type', 'scim_connection_group', 'details', jsonb_build_object('connection_id', 'scim-connection-' || m.connection_id, 'group_id', m.group_id))
        from (
          with recursive inside (group_id) as (
            select gm.group_id from registration r join group_membership gm on gm.registration_id = r.id where r.member_id = ${member} and ${active}
            union select n.group_id from inside ${each("select group_id from group_nesting where child_group_id = inside.group_id", "n")}
          )
          select group_id from inside
        ) inside ${each("select connection_id, group_id, role_id from role_mapping where group_id = inside.group_id", "m")} join role on role.id = m.role_id
      ) given group by given.role_id
    ) held where ${status} in ('active', 'invited'))`;
}
