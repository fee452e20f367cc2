import type { Attributes } from "../registrations/registration";

/** A member of a group: a registration, or a group inside the group. */
export type GroupMember = { id: string; display: string | null; type: "User" | "Group" };

/** A group as it is read. */
export type StoredGroup = {
  id: string;
  attributes: Attributes;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** Only where they were asked for. */
  members?: GroupMember[];
};

/** What a write stores of the group itself. */
export type GroupProfile = { displayName: string; externalId: string | null; attributes: Attributes };

/** What the row said after a write. */
export type WrittenGroup = { id: string; version: number; createdAt: Date; updatedAt: Date };

export type GroupRow = {
  id: string;
  attributes: Attributes;
  version: number;
  created_at: Date;
  updated_at: Date;
  members?: GroupMember[] | null;
};

/** The columns of a group `g`, as `readGroupRow` expects them. */
export const groupColumns = "g.id, g.attributes, g.version, g.created_at, g.updated_at";

/**
 * The members of group `g` as one JSON array or null: people in the order of their ids, which is the order of the index
 * and of their arrival, then nested groups. JSON.parse reads a thousand of them several times faster than a thousand rows.
 */
export const groupMembers = `(
  select json_agg(json_build_object('id', held.id, 'display', held.display, 'type', held.type))
  from (
    (select m.registration_id as id, coalesce(r.attributes->>'displayName', r.user_name) as display, 'User' as type
      from group_membership m join registration r on r.id = m.registration_id
      where m.group_id = g.id order by m.registration_id)
    union all
    (select n.child_group_id, c.display_name, 'Group'
      from group_nesting n join idp_group c on c.id = n.child_group_id
      where n.group_id = g.id order by n.child_group_id)
  ) held) as members`;

/** The same for each group of a `page`, or null for each where they are more than `most` together: then nobody is read. */
export function membersOfPage(page: string, most: number): string {
  const some = (table: string) => `select 1 from ${page} p cross join lateral (select 1 from ${table} m where m.group_id = p.id limit ${most + 1}) m`;
  const few = `(select count(*) from (${some("group_membership")} union all ${some("group_nesting")} limit ${most + 1}) counted) <= ${most}`;
  return `case when ${few} then coalesce(${groupMembers.replace(/ as members$/, "")}, '[]') end as members`;
}

/** Row to value. */
export function readGroupRow(row: GroupRow): StoredGroup {
  return {
    id: row.id,
    attributes: row.attributes,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(row.members === undefined ? {} : { members: row.members ?? [] }),
  };
}
