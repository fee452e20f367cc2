import type { ConnectionScope } from "@/lib/scope";
import { readPage, type PageRequest, type RowCondition } from "../read-page";
import { groupColumns, groupMembers, readGroupRow, type GroupRow, type StoredGroup } from "./stored-group";

export type GroupPage = { total: number; groups: (StoredGroup & { position: string })[] };

/** A page of the connection's groups; members are read only when asked for. */
export async function listStoredGroups(
  scope: ConnectionScope,
  condition: RowCondition,
  page: PageRequest,
  options: { members: boolean },
): Promise<GroupPage> {
  const columns = options.members ? `${groupColumns}, ${groupMembers}` : groupColumns;
  const name = options.members ? "list-stored-groups-with-members" : "list-stored-groups";
  const { total, rows } = await readPage<GroupRow & { position: string }>(scope, { table: "idp_group", alias: "g", columns, name }, condition, page);
  return { total, groups: rows.map((row) => ({ ...readGroupRow(row), position: row.position })) };
}
