import type { PageRequest, RowCondition } from "@/lib/directory/read-page";
import type { Filter } from "@/lib/scim/filter/filter";
import { compileFilter, type Bind, type SqlSource } from "./filter-sql";
import type { PageStart } from "./plan-page";
import { compileSort, orderBy } from "./sort-sql";
import type { ListQuery } from "@/lib/scim/messages/parse-list-query";

/** What a list asks of the rows. */
export type RowPlan = { condition: RowCondition; page: PageRequest };

/** Compiles filter, order and place of a list request; `alias` is the row's, whose `position` gives the stable order. */
export function planRows(query: ListQuery, start: PageStart, alias: "r" | "g", source: (bind: Bind) => SqlSource): RowPlan {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value) + 1}`;
  const rows = source(bind);
  const text = query.filter ? compileFilter(query.filter, rows, bind) : "true";
  const sort = query.sortBy ? `${orderBy(compileSort(query.sortBy, rows))} ${query.sortOrder === "descending" ? "desc" : "asc"}, ` : "";
  const keyset = start.keyset ? `${alias}.position ${start.keyset.from === "after" ? ">" : "<"} ${bind(start.keyset.position)}::bigint` : null;
  const order = `${sort}${alias}.position${start.keyset?.from === "before" ? " desc" : ""}`;
  const shape = query.sortBy ? null : findShape(query.filter, start);
  const name = shape && nameText(shape, text);
  const byKey = alias === "r" && shape === "by-externalId" && query.filter?.kind === "compare" && query.filter.compared.as === "exactText";
  // Who is looked for by user name is one person, and by external id hardly ever more.
  const quick = alias === "r" && (byKey || shape === "by-userName");
  return { condition: { text, keyset, values, name, byKey, quick }, page: { skip: start.skip, count: start.fetch, order, total: start.total } };
}

const hotAttributes = ["userName", "externalId", "displayName"];

/** Statements are prepared under a name only for the few shapes that IdPs send all day; other texts are without number. */
function findShape(filter: Filter | undefined, { keyset }: PageStart): string | null {
  if (!filter) return keyset ? `all-${keyset.from}` : "all";
  if (keyset || filter.kind !== "compare" || filter.operator !== "eq" || filter.path.urn !== null || filter.path.sub) return null;
  return hotAttributes.includes(filter.path.attribute.name) && filter.compared.value !== "" ? `by-${filter.path.attribute.name}` : null;
}

const known = new Map<string, Map<string, string>>();

/** One shape can have several texts (null, or a name that is longer than its index holds), and a name means one text. */
function nameText(shape: string, text: string): string {
  const texts = known.get(shape) ?? new Map<string, string>();
  known.set(shape, texts);
  const name = texts.get(text) ?? (texts.size === 0 ? shape : `${shape}-${texts.size}`);
  texts.set(text, name);
  return name;
}
