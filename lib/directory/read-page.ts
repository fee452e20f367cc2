import type { Queryable } from "@/lib/db/queryable";
import { type ReadAhead, readRows, type Statement } from "@/lib/db/read-ahead";
import type { ConnectionScope } from "@/lib/scope";
import { ofConnection } from "./registrations/registration-columns";

/**
 * A condition on rows with the values it names from $2 on. `keyset` narrows the page but not the count. `name` only where
 * few different texts exist: the statement is then prepared once. `byKey`: the text names an index of its own, no other one shall be thought of.
 * `quick`: one row at most meets it.
 */
export type RowCondition = { text: string; keyset: string | null; values: unknown[]; name: string | null; byKey: boolean; quick?: boolean };

/** A page to read: `skip` rows, then `count`, in an order that ends in a unique expression. `total`, where it is known, is not counted again. */
export type PageRequest = { skip: number; count: number; order: string; total: number | null };

/**
 * What is read: a table under an alias, and the columns of its rows. `packed`: the columns are aggregates over the rows in their order, and one row is all that
 * comes. `beside`: what is found out once for all of them, as `parts` of the `with` behind `page`, and comes as a `column` of the first row.
 */
export type PageSource = { table: "registration" | "idp_group"; alias: "r" | "g"; columns: string; name: string; packed?: true; beside?: { parts: string; column: string } };

/**
 * A page of a connection's rows and how many there are in all, in one statement. A page that shows the end of the list knows
 * the total by itself; only otherwise the rows are counted. The page is cut from the bare rows first, so that costly columns
 * (groups, members) are computed for its rows only.
 */
export async function readPage<Row extends { id: string }>(
  scope: ConnectionScope,
  source: PageSource,
  condition: RowCondition,
  page: PageRequest,
  { ahead, on }: { ahead?: ReadAhead | null; on?: Queryable } = {},
): Promise<{ total: number; rows: Row[] }> {
  const statement = pageStatement(scope.connectionId, source, condition, page);
  const rows = on ? (await on.query<Row & { total: number }>(statement)).rows : await readRows<Row & { total: number }>(statement, ahead);
  // A few were expected, and there may be more.
  if (isFew(condition, page) && rows.length === page.count) return readPage(scope, source, { ...condition, quick: false }, page, on ? { on } : {});
  return { total: rows[0]?.total ?? 0, rows: rows.filter((row) => row.id !== null) };
}

/** How it is read. */
export function pageStatement(connectionId: string, source: PageSource, condition: RowCondition, page: PageRequest): Statement {
  if (isFew(condition, page)) return fewStatement(connectionId, source, condition, page);
  const isAll = isEverybody(source, condition);
  const first = isAll && page.skip === 0;
  const values = [connectionId, ...condition.values, page.count, ...(first ? [] : [page.skip]), page.total];
  const place = (back: number): string => `$${values.length - back}`;
  const places = { limit: `${place(first ? 1 : 2)}::bigint`, offset: first ? "0" : `${place(1)}::bigint`, total: `${place(0)}::float8` };
  const text = isAll ? everybody(source, condition, page, places) : some(source, condition, page, places);
  const name = isAll ? `${source.name}-${condition.name}-${first ? "first" : "later"}-${mostOf(page)}` : `${source.name}-${condition.name}`;
  return condition.name === null ? { text, values } : { name, text, values, quick: condition.quick ?? false };
}

/** Whether the rows that are met and their number are the same thing: a page from the first one that has room for more. */
function isFew({ quick, name, keyset }: RowCondition, { skip, count, total }: PageRequest): boolean {
  return quick === true && name !== null && keyset === null && skip === 0 && total === null && count > 1;
}

function fewStatement(connectionId: string, { table, alias, columns, name }: PageSource, condition: RowCondition, page: PageRequest): Statement {
  const where = `${condition.byKey ? ofConnection(alias, "$1") : `${alias}.connection_id = $1`} and ${condition.text}`;
  const text = `
    select count(*) over ()::float8 as total, ${columns}, ${alias}.position
    from (select ${alias}.* from ${table} ${alias} where ${where} order by ${page.order} limit $${condition.values.length + 2}::bigint) ${alias} order by ${page.order}`;
  const typed = condition.values.every((value) => typeof value === "string") ? { valueTypes: ["uuid", ...condition.values.map(() => "text"), "bigint"] } : {};
  return { name: `${name}-few-${condition.name}`, text, values: [connectionId, ...condition.values, page.count], quick: true, ...typed };
}

type Places = { limit: string; offset: string; total: string };

/** How many there are is known where nobody is left out (migration `flat_growth`). */
function isEverybody({ table }: PageSource, { text }: RowCondition): boolean {
  return table === "registration" && text === "true";
}

function some(source: PageSource, condition: RowCondition, page: PageRequest, { limit, offset, total }: Places): string {
  const { table, alias, beside } = source;
  const where = `${condition.byKey ? ofConnection(alias, "$1") : `${alias}.connection_id = $1`} and ${condition.text}`;
  const isEnd = condition.keyset === null ? `seen.rows < ${limit} and (seen.rows > 0 or ${offset} = 0)` : "false";
  return `
    with recursive page as materialized (
      select ${alias}.* from ${table} ${alias} where ${where} ${condition.keyset === null ? "" : `and ${condition.keyset}`}
      order by ${page.order} limit ${limit} offset ${offset}
    ), seen as (select count(*) as rows from page)${beside?.parts ?? ""}
    select (case when ${total} is not null then ${total} when ${isEnd} then ${offset} + seen.rows
      else (select count(*) from ${table} ${alias} where ${where}) end)::float8 as total, ${alias}.*${onFirst(beside)}
    from seen ${shownRows(source, page)}`;
}

function shownRows({ alias, columns, packed }: PageSource, { order }: PageRequest): string {
  const rows = packed
    ? `select ${columns} from (select ${alias}.* from page ${alias} order by ${order}) ${alias}`
    : `select ${columns}, ${alias}.position from page ${alias} order by ${order}`;
  return `left join lateral (${rows}) ${alias} on true`;
}

function onFirst(beside: PageSource["beside"]): string {
  return beside ? `, case when row_number() over () = 1 then (select ${beside.column}) end as beside` : "";
}

/** What a page holds at the most, in few different statements: a row more than is shown says whether there are more. */
function mostOf({ count }: PageRequest): number {
  return count <= 101 ? 101 : Math.max(count, 1001);
}

// The last page by its index costs what the first does: behind the middle it is read from the end, whose place the number of people gives.
function everybody(source: PageSource, condition: RowCondition, page: PageRequest, { limit, offset, total }: Places): string {
  const { table, alias, beside } = source;
  const all = `select ${alias}.* from ${table} ${alias} where ${alias}.connection_id = $1 and ${alias}.position > 0`;
  // Of a number that it does not know the planner takes a tenth of everybody, and then plans each page anew, which costs half as much as the page. It knows how many are the most.
  const cut = (rows: string, order: string, most: string, after: string): string =>
    `select ${alias}.* from (${rows} order by ${order} limit ${mostOf(page)} offset ${after}) ${alias} order by ${order} limit ${most}`;
  const inOrder = page.order === `${alias}.position`;
  const begun = `${all} ${condition.keyset === null ? "" : `and ${condition.keyset}`}`;
  const fromStart = inOrder ? cut(begun, page.order, limit, offset) : `${begun} order by ${page.order} limit ${limit} offset ${offset}`;
  const fromEnd = cut(all, `${alias}.position desc`, `greatest(least(${limit}, (select people from counted) - ${offset}), 0)`, `greatest((select people from counted) - ${offset} - ${limit}, 0)`);
  const late = `${offset} > (select people from counted) / 2`;
  const rows = inOrder && condition.keyset === null && page.skip > 0 ? `(select early.* from (${fromStart}) early where not ${late}) union all (select late.* from (${fromEnd}) late where ${late})` : fromStart;
  return `
    with recursive counted as materialized (select coalesce(sum(people), 0)::bigint as people from registration_count where connection_id = $1),
    page as materialized (${rows})${beside?.parts ?? ""}
    select coalesce(${total}, counted.people::float8) as total, ${alias}.*${onFirst(beside)}
    from counted ${shownRows(source, page)}`;
}
