import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import { containerOf, elementsOf, instantOf, instantShape, subOf, type SqlSource } from "./filter-sql";

/** A key to order rows by: SQL and its type. Texts are to be compared by the collation `alphabetic`. */
export type SortKey = { text: string; type: "text" | "numeric" | "timestamptz" | "uuid" | "boolean" };

/**
 * What to order rows by (RFC 7644 section 3.4.2.3): numbers and times as such, text without regard to case unless the attribute is caseExact, of a
 * multi-valued attribute the primary value, else the first. Rows without a value come last when ascending, first when
 * descending: PostgreSQL's own way.
 */
export function compileSort(path: AttributePath, source: SqlSource): SortKey {
  const column = source.column(path);
  if (column?.type === "text") return { text: isExact(path) ? column.text : (column.key ?? `lower(${column.text})`), type: "text" };
  if (column) return { text: column.text, type: column.type === "instant" ? "timestamptz" : column.type };
  const json = path.attribute.multiValued ? firstElement(path, source) : subOf(containerOf(path, source), path);
  return jsonKey(json, path);
}

/** A key as a part of `order by`. */
export function orderBy({ text, type }: SortKey): string {
  return type === "text" ? `(${text}) collate "alphabetic"` : text;
}

function jsonKey(json: string, path: AttributePath): SortKey {
  const type = path.sub?.type ?? path.attribute.type;
  if (type === "integer" || type === "decimal") return { text: `(case when jsonb_typeof(${json}) = 'number' then (${json} #>> '{}')::numeric end)`, type: "numeric" };
  const text = `nullif(${json} #>> '{}', '')`;
  if (type === "dateTime") return { text: `(case when ${text} ~ '${instantShape}' then ${instantOf(text)} end)`, type: "timestamptz" };
  return { text: isExact(path) ? text : `lower(${text})`, type: "text" };
}

function firstElement(path: AttributePath, source: SqlSource): string {
  return `(select ${subOf("e.value", path)} from ${elementsOf(path, source)} with ordinality as e(value, place)
    order by (e.value->'primary' = 'true') is true desc, e.place limit 1)`;
}

function isExact(path: AttributePath): boolean {
  return (path.sub ?? path.attribute).caseExact;
}
