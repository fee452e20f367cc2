import type { Transaction } from "@/lib/db/transaction";
import type { GroupMember } from "./stored-group";

/** How many members are held at once. */
const AT_ONCE = 2_000;

const people = `
  select m.registration_id as id, coalesce(r.attributes->>'displayName', r.user_name) as display, 'User' as type
  from group_membership m join registration r on r.id = m.registration_id
  where m.group_id = $1 and m.registration_id > $2 order by m.registration_id limit ${AT_ONCE}`;

const groups = `
  select n.child_group_id as id, c.display_name as display, 'Group' as type
  from group_nesting n join idp_group c on c.id = n.child_group_id
  where n.group_id = $1 and n.child_group_id > $2 order by n.child_group_id limit ${AT_ONCE}`;

/** Reads the members of a group, however many: calls `take` with some of them at a time, people by id and then the groups inside. Within a `snapshot` they are those of the group that was read there. */
export async function readManyMembers(tx: Transaction, groupId: string, take: (members: GroupMember[]) => Promise<void>): Promise<void> {
  for (const statement of [{ name: "read-many-members", text: people }, { name: "read-nested-groups", text: groups }]) {
    for (let after: string | null = "00000000-0000-0000-0000-000000000000"; after !== null; ) {
      const { rows }: { rows: GroupMember[] } = await tx.query<GroupMember>({ ...statement, values: [groupId, after] });
      if (rows.length > 0) await take(rows);
      after = rows.length === AT_ONCE ? (rows.at(-1)?.id ?? null) : null;
    }
  }
}
