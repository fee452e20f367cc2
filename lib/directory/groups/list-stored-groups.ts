import type { ReadAhead, Statement } from "@/lib/db/read-ahead";
import type { ConnectionScope } from "@/lib/scope";
import { type PageRequest, type PageSource, pageStatement, readPage, type RowCondition } from "../read-page";
import { groupColumns, groupMembers, readGroupRow, type GroupRow, type StoredGroup } from "./stored-group";

export type GroupPage = { total: number; groups: (StoredGroup & { position: string })[] };

/** A page of the connection's groups; members are read only when asked for. */
export async function listStoredGroups(
  scope: ConnectionScope,
  condition: RowCondition,
  page: PageRequest,
  options: { members: boolean; ahead?: ReadAhead | null },
): Promise<GroupPage> {
  const { total, rows } = await readPage<GroupRow & { position: string }>(scope, sourceOf(options.members), condition, page, options.ahead);
  return { total, groups: rows.map((row) => ({ ...readGroupRow(row), position: row.position })) };
}

/** How it is read. */
export function storedGroupsStatement(connectionId: string, condition: RowCondition, page: PageRequest, members: boolean): Statement {
  return pageStatement(connectionId, sourceOf(members), condition, page);
}

function sourceOf(members: boolean): PageSource {
  return members
    ? { table: "idp_group", alias: "g", columns: `${groupColumns}, ${groupMembers}`, name: "list-stored-groups-with-members" }
    : { table: "idp_group", alias: "g", columns: groupColumns, name: "list-stored-groups" };
}
