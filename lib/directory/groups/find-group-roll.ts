import { type ReadAhead, readRows, type Statement } from "@/lib/db/read-ahead";
import type { ConnectionScope } from "@/lib/scope";
import { ofConnection } from "../registrations/registration-columns";
import { manyMembers } from "./find-stored-group";
import { type GroupMember, groupColumns, type GroupRow, readGroupRow, type StoredGroup } from "./stored-group";

/** A group and who is in it; `many`: too many to be held, they are left out. */
export type GroupRoll = { group: StoredGroup; members: GroupMember[]; many: boolean };

/**
 * SQL: of the `inner` rows (id, display) how many there are, their ids one behind the other, and their names as one JSON array: a third less work for PostgreSQL than an
 * object each, and next to none for Node (bench/NOTES.md, step 41).
 */
const roll = (inner: string): string => `(select count(*)::int as total, string_agg(held.id::text, '') as ids, json_agg(held.display)::text as names from (${inner} limit ${manyMembers + 1}) held)`;

const people = roll(`
  select m.registration_id as id, coalesce(r.attributes->>'displayName', r.user_name) as display
  from group_membership m join registration r on r.id = m.registration_id where m.group_id = g.id order by m.registration_id`);

const groups = roll(`
  select n.child_group_id as id, c.display_name as display
  from group_nesting n join idp_group c on c.id = n.child_group_id where n.group_id = g.id order by n.child_group_id`);

const statement = `
  select ${groupColumns}, people.total + inside.total as total, people.ids as people_ids, people.names as people_names, inside.ids as inside_ids, inside.names as inside_names
  from idp_group g cross join lateral ${people} people cross join lateral ${groups} inside where g.id = $2 and ${ofConnection("g", "$1")}`;

type Row = GroupRow & { total: number; people_ids: string | null; people_names: string | null; inside_ids: string | null; inside_names: string | null };

/** The group with this id (a uuid) in the connection with up to `manyMembers` members, people by id and then groups; or null. */
export async function findGroupRoll(scope: ConnectionScope, id: string, ahead: ReadAhead | null): Promise<GroupRoll | null> {
  const [row] = await readRows<Row>(groupRollStatement(scope.connectionId, id), ahead);
  if (!row) return null;
  const many = row.total > manyMembers;
  const members = many ? [] : [...readRoll("User", row.people_ids, row.people_names), ...readRoll("Group", row.inside_ids, row.inside_names)];
  return { group: readGroupRow(row), members, many };
}

/** How it is read. */
export function groupRollStatement(connectionId: string, id: string): Statement {
  return { name: "find-group-roll", text: statement, values: [connectionId, id] };
}

const uuidLength = 36;

function readRoll(type: GroupMember["type"], ids: string | null, names: string | null): GroupMember[] {
  if (ids === null || names === null) return [];
  return (JSON.parse(names) as (string | null)[]).map((display, at) => ({ id: ids.slice(at * uuidLength, (at + 1) * uuidLength), display, type }));
}
