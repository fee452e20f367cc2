import type pg from "pg";
import { pool } from "@/lib/db/client";
import type { ConnectionScope } from "@/lib/scope";
import { groupColumns, groupMembers, readGroupRow, type GroupRow, type StoredGroup } from "./stored-group";

const withMembers = `select ${groupColumns}, ${groupMembers} from idp_group g where g.connection_id = $1 and g.id = $2`;
const withoutMembers = `select ${groupColumns} from idp_group g where g.connection_id = $1 and g.id = $2`;

/** The group with this id (a uuid) in the connection, or null. Members are read only when asked for. */
export async function findStoredGroup(
  scope: ConnectionScope,
  id: string,
  options: { members: boolean },
  on: Pick<pg.Pool, "query"> = pool(),
): Promise<StoredGroup | null> {
  const { rows } = await on.query<GroupRow>({
    name: options.members ? "find-stored-group-with-members" : "find-stored-group",
    text: options.members ? withMembers : withoutMembers,
    values: [scope.connectionId, id],
  });
  return rows[0] ? readGroupRow(rows[0]) : null;
}
