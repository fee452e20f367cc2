import { snapshot } from "@/lib/db/transaction";
import type { ConnectionScope } from "@/lib/scope";
import { findStoredGroup } from "./find-stored-group";
import type { GroupMember, StoredGroup } from "./stored-group";

/** How many members are held at once. */
const AT_ONCE = 2_000;

const people = `
  select m.registration_id as id, coalesce(r.attributes->>'displayName', r.user_name) as display, 'User' as type
  from group_membership m join registration r on r.id = m.registration_id
  where m.group_id = $1 and m.registration_id > $2 order by m.registration_id limit ${AT_ONCE}`;

const groups = `
  select n.child_group_id as id, c.display_name as display, 'Group' as type
  from group_nesting n join idp_group c on c.id = n.child_group_id where n.group_id = $1 order by n.child_group_id`;

/**
 * Reads a group with very many members: calls `take` with some of them at a time, people by id and then the groups inside, and returns the group
 * without them. All of it is one picture: its version is that of the members. Null: there is no such group.
 */
export function readManyMembers(scope: ConnectionScope, id: string, take: (members: GroupMember[]) => void): Promise<StoredGroup | null> {
  return snapshot(async (tx) => {
    const group = await findStoredGroup(scope, id, { members: "none" }, tx);
    if (!group) return null;
    for (let after: string | null = "00000000-0000-0000-0000-000000000000"; after !== null; ) {
      const { rows }: { rows: GroupMember[] } = await tx.query<GroupMember>({ name: "read-many-members", text: people, values: [group.id, after] });
      if (rows.length > 0) take(rows);
      after = rows.length === AT_ONCE ? (rows.at(-1)?.id ?? null) : null;
    }
    const nested = await tx.query<GroupMember>({ name: "read-nested-groups", text: groups, values: [group.id] });
    if (nested.rows.length > 0) take(nested.rows);
    return group;
  });
}
