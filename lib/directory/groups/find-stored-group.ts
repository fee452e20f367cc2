import type { Queryable } from "@/lib/db/queryable";
import { type ReadAhead, readRows, type Statement } from "@/lib/db/read-ahead";
import type { ConnectionScope } from "@/lib/scope";
import { groupColumns, groupMembers, readGroupRow, type GroupRow, type StoredGroup } from "./stored-group";

const withMembers = `select ${groupColumns}, ${groupMembers} from idp_group g where g.connection_id = $1 and g.id = $2`;
const withoutMembers = `select ${groupColumns} from idp_group g where g.connection_id = $1 and g.id = $2`;

/** The group with this id (a uuid) in the connection, or null. Members are read only when asked for. */
export async function findStoredGroup(
  scope: ConnectionScope,
  id: string,
  options: { members: boolean; ahead?: ReadAhead | null },
  on?: Queryable,
): Promise<StoredGroup | null> {
  const statement = storedGroupStatement(scope.connectionId, id, options.members);
  const [row] = on ? (await on.query<GroupRow>(statement)).rows : await readRows<GroupRow>(statement, options.ahead);
  return row ? readGroupRow(row) : null;
}

/** How it is read. */
export function storedGroupStatement(connectionId: string, id: string, members: boolean): Statement {
  return members
    ? { name: "find-stored-group-with-members", text: withMembers, values: [connectionId, id] }
    : { name: "find-stored-group", text: withoutMembers, values: [connectionId, id] };
}
