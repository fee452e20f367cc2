import type { Queryable } from "@/lib/db/queryable";
import type { ReadAhead, Statement } from "@/lib/db/read-ahead";
import type { ConnectionScope } from "@/lib/scope";
import { type PageRequest, type PageSource, pageStatement, readPage, type RowCondition } from "../read-page";
import { manyMembers } from "./find-stored-group";
import { groupColumns, membersOfPage, readGroupRow, type GroupRow, type StoredGroup } from "./stored-group";

/** `many`: members were asked for and are too many to be held; then they are left out. */
export type GroupPage = { total: number; groups: (StoredGroup & { position: string })[]; many: boolean };

/** A page of the connection's groups; members are read only when asked for, and up to `manyMembers` of them. */
export async function listStoredGroups(
  scope: ConnectionScope,
  condition: RowCondition,
  page: PageRequest,
  options: { members: boolean; ahead?: ReadAhead | null; on?: Queryable },
): Promise<GroupPage> {
  const { total, rows } = await readPage<GroupRow & { position: string }>(scope, sourceOf(options.members), condition, page, options);
  return { total, many: rows.some((row) => row.members === null), groups: rows.map((row) => ({ ...readGroupRow(row), position: row.position })) };
}

/** How it is read. */
export function storedGroupsStatement(connectionId: string, condition: RowCondition, page: PageRequest, members: boolean): Statement {
  return pageStatement(connectionId, sourceOf(members), condition, page);
}

function sourceOf(members: boolean): PageSource {
  return members
    ? { table: "idp_group", alias: "g", columns: `${groupColumns}, ${membersOfPage("page", manyMembers)}`, name: "list-stored-groups-with-members" }
    : { table: "idp_group", alias: "g", columns: groupColumns, name: "list-stored-groups" };
}
