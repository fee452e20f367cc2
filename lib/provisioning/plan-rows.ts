import type { RowCondition } from "@/lib/directory/registrations/list-registrations";
import type { Filter } from "@/lib/scim/filter/filter";
import type { ListQuery } from "@/lib/scim/messages/parse-list-query";
import { compileFilter, type Bind, type SqlSource } from "./filter-sql";

/** What a list asks of the rows: the condition with its values ($2 on), and the order. */
export type RowPlan = { condition: RowCondition; order: string };

/** Compiles filter and sort order of a list request. `position` is the column of the stable order. */
export function planRows(query: Pick<ListQuery, "filter">, source: (bind: Bind) => SqlSource, position: string): RowPlan {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value) + 1}`;
  const text = query.filter ? compileFilter(query.filter, source(bind), bind) : "true";
  return { condition: { text, values, name: nameCondition(query.filter) }, order: position };
}

const hotAttributes = ["userName", "externalId", "displayName"];

/** Statements are prepared under a name only for the few shapes that IdPs send all day; other texts are without number. */
function nameCondition(filter: Filter | undefined): string | null {
  if (!filter) return "all";
  if (filter.kind !== "compare" || filter.operator !== "eq" || filter.path.urn !== null || filter.path.sub) return null;
  return hotAttributes.includes(filter.path.attribute.name) && filter.compared.value !== "" ? `by-${filter.path.attribute.name}` : null;
}
