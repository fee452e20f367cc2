import { pool } from "@/lib/db/client";
import type { ConnectionScope } from "@/lib/scope";

/** A row of either kind, in the order of a query over both. */
export type RootRow = { type: "User" | "Group"; id: string };

/** Conditions on `r` (registrations) and `g` (groups) and what to order by (null: by kind and arrival); values from $2 on. */
export type RootRequest = { user: string; group: string; sort: { user: string; group: string; type: "text" | "numeric" | "timestamptz" | "uuid" | "boolean"; direction: "asc" | "desc" } | null; values: unknown[]; skip: number; count: number; total: number | null };

/** A page of the ids of people and groups of a connection together, and how many there are in all. */
export async function listRoot(scope: ConnectionScope, { user, group, sort, values, skip, count, total }: RootRequest): Promise<{ total: number; rows: RootRow[] }> {
  const at = values.length;
  const both = `
    select 'User' as type, r.id, 1 as kind, r.position, ${sort ? `(${sort.user})::${sort.type}` : "null"} as key from registration r where r.connection_id = $1 and ${user}
    union all
    select 'Group', g.id, 2, g.position, ${sort ? `(${sort.group})::${sort.type}` : "null"} from idp_group g where g.connection_id = $1 and ${group}`;
  const order = `${sort ? `key ${sort.type === "text" ? 'collate "alphabetic"' : ""} ${sort.direction}, ` : ""}kind, position`;
  const { rows } = await pool().query<{ total: number; type: RootRow["type"]; id: string | null }>({
    text: `
      with every as (${both}), page as (select * from every order by ${order} limit $${at + 2}::bigint offset $${at + 3}::bigint)
      select t.total, page.type, page.id
      from (select coalesce($${at + 4}::float8, (select count(*) from every)) as total) t left join page on true
      order by ${order}`,
    values: [scope.connectionId, ...values, count, skip, total],
  });
  return { total: rows[0]?.total ?? 0, rows: rows.flatMap((row) => (row.id === null ? [] : [{ type: row.type, id: row.id }])) };
}
