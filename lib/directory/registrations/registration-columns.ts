/** The id of the manager whom the attributes of `alias` name, as text, and whatever it is. */
const managerId = (alias: string): string => `${alias}.attributes #>> '{urn:ietf:params:scim:schemas:extension:enterprise:2.0:User,manager,value}'`;

/**
 * SQL: `connection_id = …` that no index is looked up by. Where a narrower key is known, the planner must not be able to choose another index that begins
 * with the connection: while a table is new it takes both for one row, and keeps the plan (decision 35).
 */
export const ofConnection = (alias: string, connection: string): string => `(${alias}.connection_id = ${connection}) is true`;

/** SQL: the external id of `alias` within the connection, by the one index there is for it. */
export const hasExternalId = (alias: string, connection: string, externalId: string): string =>
  `hashtextextended(${alias}.external_id, uuid_hash_extended(${alias}.connection_id, 0)) = hashtextextended(${externalId}::text, uuid_hash_extended(${connection}::uuid, 0))
    and (${alias}.external_id = ${externalId}::text) is true and ${ofConnection(alias, connection)}`;

/** The one person of the connection of `alias` whom its attributes name as manager, as the row `chief` of a query: an id that is no uuid names nobody. */
export const fromManager = (alias: string): string => `
  from registration chief where ${ofConnection("chief", `${alias}.connection_id`)}
    and chief.id = case when ${managerId(alias)} ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${managerId(alias)})::uuid end`;

/** SQL: the attributes of `alias` name a manager, whoever that is. */
export const hasManager = (alias: string): string => `${managerId(alias)} is not null`;

/** What a person is called where others refer to them. */
export const displayOf = (alias: string): string => `coalesce(${alias}.attributes->>'displayName', ${alias}.user_name)`;

/** The manager of `alias` as one JSON object or null. */
export const managerOf = (alias: string): string => `(select json_build_object('id', chief.id, 'display', ${displayOf("chief")}) ${fromManager(alias)})`;

/** The same as the column `manager`. */
export const registrationManager = (alias: string): string => `${managerOf(alias)} as manager`;

/** The columns of a registration `r`, as `readRegistrationRow` expects them. */
export const registrationColumns = `r.id, r.member_id, r.attributes, r.active, r.kept_active, r.version, r.created_at, r.updated_at, ${registrationManager("r")}`;

/**
 * SQL: always true, and to the planner true for one row in two hundred. In each branch of a recursion: how deep that goes the planner guesses without end, and PostgreSQL sets
 * memory aside for as many rows as that (up to 12 MB) whenever a statement begins, even where the recursion is never reached (bench/NOTES.md, step 73).
 */
export const seldom = (column: string): string => `nullif(${column}, ${column}) is null`;

const isInside = "select 1 from group_membership m join group_nesting n on n.child_group_id = m.group_id where m.registration_id = r.id";

const directGroups = `
  select json_agg(json_build_object('id', g.id, 'display', g.display_name, 'type', 'direct') order by g.position)
  from group_membership m join idp_group g on g.id = m.group_id where m.registration_id = r.id`;

const allGroups = `
  select json_agg(json_build_object('id', g.id, 'display', g.display_name, 'type', case when holding.direct then 'direct' else 'indirect' end) order by g.position)
  from (
    with recursive holding (group_id, direct) as (
      select m.group_id, true from group_membership m where m.registration_id = r.id and ${seldom("m.group_id")}
      union
      select n.group_id, false from group_nesting n join holding h on h.group_id = n.child_group_id where ${seldom("n.group_id")}
    )
    select group_id, bool_or(direct) as direct from holding group by group_id
  ) holding
  join idp_group g on g.id = holding.group_id`;

/**
 * The groups of registration `r`, direct ones and those that hold them (RFC 7643 section 4.1.2), as one JSON array or null.
 * A recursion has to be set up for each row, so it is left to those whose groups lie inside others.
 */
export const registrationGroups = `(case when exists (${isInside}) then (${allGroups}) else (${directGroups}) end) as groups`;

/** SQL: the member whose id is `member` has no role but the one that everybody has, and can have none by a group. Looked up by indexes alone (decision 35). */
export const hasNoRole = (member: string): string => `
  (select true from role_assignment a where a.member_id = ${member} limit 1) is null
  and (select true from registration o join group_membership gm on gm.registration_id = o.id
    where o.member_id = ${member} and (exists (select 1 from role_mapping where group_id = gm.group_id) or exists (select 1 from group_nesting where child_group_id = gm.group_id)) limit 1) is null`;
