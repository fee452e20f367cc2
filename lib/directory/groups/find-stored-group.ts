import type { Queryable } from "@/lib/db/queryable";
import { type ReadAhead, readRows, type Statement } from "@/lib/db/read-ahead";
import type { ConnectionScope } from "@/lib/scope";
import { groupColumns, groupMembers, readGroupRow, type GroupRow, type StoredGroup } from "./stored-group";
import { ofConnection } from "../registrations/registration-columns";

const withMembers = `select ${groupColumns}, ${groupMembers} from idp_group g where g.id = $2 and ${ofConnection("g", "$1")}`;
const withoutMembers = `select ${groupColumns} from idp_group g where g.id = $2 and ${ofConnection("g", "$1")}`;

/** More members than this are not held all at once to be shown: see `readManyMembers`. */
export const manyMembers = 2_000;

/** Whether to read the members. */
export type WhichMembers = "all" | "none";

/** The group with this id (a uuid) in the connection, or null. */
export async function findStoredGroup(
  scope: ConnectionScope,
  id: string,
  options: { members: WhichMembers; ahead?: ReadAhead | null },
  on?: Queryable,
): Promise<StoredGroup | null> {
  const statement = storedGroupStatement(scope.connectionId, id, options.members);
  const [row] = on ? (await on.query<GroupRow>(statement)).rows : await readRows<GroupRow>(statement, options.ahead);
  return row ? readGroupRow(row) : null;
}

/** How it is read. */
export function storedGroupStatement(connectionId: string, id: string, members: WhichMembers): Statement {
  return { ...statements[members], values: [connectionId, id] };
}

const statements = {
  all: { name: "find-stored-group-with-members", text: withMembers },
  none: { name: "find-stored-group", text: withoutMembers, quick: true, valueTypes: ["uuid", "uuid"] },
};
