import { pool } from "@/lib/db/client";
import type { ConnectionScope } from "@/lib/scope";
import type { PageRequest, RowCondition } from "../registrations/list-registrations";
import { groupColumns, groupMembers, readGroupRow, type GroupRow, type StoredGroup } from "./stored-group";

export type GroupPage = { total: number; groups: StoredGroup[] };

/** A page of groups and how many there are in all, in one statement; see `listRegistrations`. */
export async function listStoredGroups(
  scope: ConnectionScope,
  condition: RowCondition,
  page: PageRequest,
  options: { members: boolean },
): Promise<GroupPage> {
  const where = `g.connection_id = $1 and ${condition.text}`;
  const columns = options.members ? `${groupColumns}, ${groupMembers}` : groupColumns;
  const [limit, offset] = [`$${condition.values.length + 2}`, `$${condition.values.length + 3}`];
  const text = `
    with page as materialized (
      select g.* from idp_group g where ${where} order by ${page.order} limit ${limit}::bigint offset ${offset}::bigint
    ), seen as (select count(*) as rows from page)
    select (case when seen.rows < ${limit}::bigint and (seen.rows > 0 or ${offset}::bigint = 0) then ${offset}::bigint + seen.rows
      else (select count(*) from idp_group g where ${where}) end)::float8 as total, g.*
    from seen left join lateral (select ${columns} from page g order by ${page.order}) g on true`;
  const { rows } = await pool().query<GroupRow & { total: number }>({
    ...(condition.name === null ? {} : { name: `list-stored-groups-${condition.name}-${String(options.members)}` }),
    text,
    values: [scope.connectionId, ...condition.values, page.count, page.skip],
  });
  return { total: rows[0]?.total ?? 0, groups: rows.filter((row) => row.id !== null).map(readGroupRow) };
}
