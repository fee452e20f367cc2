import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import { containerOf, elementsOf, subOf, type SqlSource } from "./filter-sql";

/**
 * What to order rows by (RFC 7644 section 3.4.2.3): text without regard to case unless the attribute is caseExact, of a
 * multi-valued attribute the primary value, else the first. Rows without a value come last when ascending, first when
 * descending: PostgreSQL's own way.
 */
export function compileSort(path: AttributePath, source: SqlSource): string {
  const column = source.column(path);
  if (column) return column.type === "text" ? `(${isExact(path) ? column.text : (column.key ?? `lower(${column.text})`)} collate "C")` : column.text;
  const json = path.attribute.multiValued ? firstElement(path, source) : subOf(containerOf(path, source), path);
  const type = path.sub?.type ?? path.attribute.type;
  if (type === "integer" || type === "decimal") return `(case when jsonb_typeof(${json}) = 'number' then (${json} #>> '{}')::numeric end)`;
  const text = `nullif(${json} #>> '{}', '')`;
  return `(${isExact(path) ? text : `lower(${text})`} collate "C")`;
}

function firstElement(path: AttributePath, source: SqlSource): string {
  return `(select ${subOf("e.value", path)} from ${elementsOf(path, source)} with ordinality as e(value, place)
    order by (e.value->'primary' = 'true') is true desc, e.place limit 1)`;
}

function isExact(path: AttributePath): boolean {
  return (path.sub ?? path.attribute).caseExact;
}
