import type { Comparison, CompareOperator, Filter } from "@/lib/scim/filter/filter";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";

/** Collects the values of one statement; returns their place, `$3`. Nothing of a filter ever becomes SQL text. */
export type Bind = (value: unknown) => string;

/** A value that is a column (or an expression on columns) rather than part of the JSON. `key` is the same in lower case, or as `fold` makes it of a text. */
export type SqlColumn = { text: string; key?: string; fold?: (text: string) => string; type: "text" | "uuid" | "boolean" | "instant" };

/** Where the attributes of a resource type live. */
export type SqlSource = {
  /** The JSON of a row: `r.attributes`. */
  attributes: string;
  /** The column of a single value, or null. */
  column(path: AttributePath): SqlColumn | null;
  /** A JSON array expression for a multi-valued attribute that is not part of the JSON, or null. */
  elements(path: AttributePath): string | null;
  /** A quicker condition for a comparison that would otherwise read elements, or null. */
  shortcut(filter: Filter, bind: Bind): string | null;
  /** A condition that an index serves and that holds for all whom the filter selects (and perhaps for others), or null. */
  narrow?(filter: Filter, bind: Bind): string | null;
};

/**
 * A filter as an SQL condition: true for the resources that `evaluateFilter` selects, false or null for the others. Null
 * counts as false everywhere, also under `not`; a plain comparison stays plain so that an index can serve it.
 */
export function compileFilter(filter: Filter, source: SqlSource, bind: Bind): string {
  const shortcut = source.shortcut(filter, bind);
  if (shortcut !== null) return shortcut;
  const narrowed = source.narrow?.(filter, bind) ?? null;
  const exact = compileExact(filter, source, bind);
  return narrowed === null ? exact : `(${narrowed} and ${exact})`;
}

function compileExact(filter: Filter, source: SqlSource, bind: Bind): string {
  switch (filter.kind) {
    case "and":
      return join(filter.filters, "and", (each) => compileFilter(each, source, bind));
    case "or":
      return join(filter.filters, "or", (each) => compileFilter(each, source, bind));
    case "not":
      return `((${compileFilter(filter.filter, source, bind)}) is not true)`;
    case "constant":
      return String(filter.value);
    case "present":
      return compilePresent(filter.path, source);
    case "compare":
      return compileComparison(filter, source, bind);
    case "valuePath":
      return `exists (select 1 from ${elementsOf(filter.path, source)} as e(value) where ${compileElementFilter(filter.filter, bind)})`;
  }
}

function compilePresent(path: AttributePath, source: SqlSource): string {
  const column = source.column(path);
  if (column) return column.type === "text" ? `(${column.text} <> '')` : `(${column.text} is not null)`;
  return `exists (select 1 from ${elementsOf(path, source)} as e(value) where ${presentJson(subOf("e.value", path))})`;
}

function compileComparison(comparison: Comparison, source: SqlSource, bind: Bind): string {
  const column = source.column(comparison.path);
  if (column) return compareColumn(column, comparison, bind);
  if (!comparison.path.attribute.multiValued) return compareJson(placeOf(comparison.path, source), comparison, bind);
  const elements = elementsOf(comparison.path, source);
  const any = `exists (select 1 from ${elements} as e(value) where ${compareJson(placeInElement(comparison.path), comparison, bind)})`;
  return comparison.operator === "ne" ? `(not exists (select 1 from ${elements} as e(value)) or ${any})` : any;
}

/** Inside a value path: every path names a sub-attribute of the element, or the element itself. */
function compileElementFilter(filter: Filter, bind: Bind): string {
  switch (filter.kind) {
    case "and":
      return join(filter.filters, "and", (each) => compileElementFilter(each, bind));
    case "or":
      return join(filter.filters, "or", (each) => compileElementFilter(each, bind));
    case "not":
      return `((${compileElementFilter(filter.filter, bind)}) is not true)`;
    case "constant":
      return String(filter.value);
    case "present":
      return presentJson(subOf("e.value", filter.path));
    case "compare":
      return compareJson(placeInElement(filter.path), filter, bind);
    case "valuePath":
      return compileElementFilter(filter.filter, bind);
  }
}

function join(filters: readonly Filter[], word: "and" | "or", compile: (filter: Filter) => string): string {
  return `(${filters.map(compile).join(` ${word} `)})`;
}

function compareColumn(column: SqlColumn, { operator, compared }: Comparison, bind: Bind): string {
  if (compared.as === "boolean" || compared.as === "number") return compareTyped(column.text, operator, `${bind(compared.value)}::${compared.as === "number" ? "numeric" : "boolean"}`);
  if (compared.as === "instant") return compareTyped(column.text, operator, `${bind(compared.value)}::timestamptz`);
  const text = textOf(column);
  if (compared.as === "exactText") return compareText(text, operator, bind(compared.value));
  return compareText(column.key ?? `lower(${text})`, operator, bind((column.fold ?? lowerCase)(compared.value)));
}

const lowerCase = (text: string): string => text.toLowerCase();

/** The column as clients see it: `co`, `sw` and `ew` on a date read its text. */
function textOf({ text, type }: SqlColumn): string {
  if (type === "text") return text;
  return type === "instant" ? `to_char(${text} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : `${text}::text`;
}

/** A JSON value, and the same as text: read at once, which saves PostgreSQL a copy of it. */
type JsonPlace = { value: string; text: string };

/** Compares a JSON value; one of another type is different from everything. */
function compareJson({ value: json, text }: JsonPlace, { operator, compared }: Comparison, bind: Bind): string {
  const is = (type: string): string => `jsonb_typeof(${json}) = '${type}'`;
  const otherwise = String(operator === "ne");
  // What type it is, is asked only of those whom the text lets through: few, and the document need not be taken apart twice for the others.
  const string = (left: string, right: string): string =>
    operator === "ne" ? `((${compareText(left, "eq", right)} and ${is("string")}) is not true)` : `(${compareText(left, operator, right)} and ${is("string")})`;
  switch (compared.as) {
    case "text":
      return string(`lower(${text})`, bind(compared.value.toLowerCase()));
    case "exactText":
      return string(text, bind(compared.value));
    case "number":
      return `(case when ${is("number")} then ${compareTyped(`${text}::numeric`, operator, `${bind(compared.value)}::numeric`)} else ${otherwise} end)`;
    case "boolean":
      return `(case when ${is("boolean")} then ${compareTyped(`${text}::boolean`, operator, `${bind(compared.value)}::boolean`)} else ${otherwise} end)`;
    case "instant":
      return `(case when ${is("string")} and ${text} ~ '${instantShape}' then ${compareTyped(instantOf(text), operator, `${bind(compared.value)}::timestamptz`)} else ${otherwise} end)`;
  }
}

/** SQL pattern: a text that is a time. */
export const instantShape = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d";

/** SQL: such a text as a time. Without a zone a time is UTC; finer than a millisecond is cut off, as JavaScript does. */
export function instantOf(text: string): string {
  return `date_trunc('milliseconds', (case when ${text} ~* '(Z|[+-]\\d\\d:\\d\\d)$' then ${text} else ${text} || 'Z' end)::timestamptz)`;
}

function compareText(left: string, operator: CompareOperator, right: string): string {
  const given = `${right}::text`;
  switch (operator) {
    case "co":
      return `(strpos(${left}, ${given}) > 0)`;
    case "sw":
      return `starts_with(${left}, ${given})`;
    case "ew":
      return `(right(${left}, length(${given})) = ${given})`;
    case "eq":
    case "ne":
      return compareTyped(left, operator, given);
    default:
      return compareTyped(`${left} collate "C"`, operator, given);
  }
}

const symbols = { eq: "=", gt: ">", ge: ">=", lt: "<", le: "<=" } as const;

function compareTyped(left: string, operator: CompareOperator, right: string): string {
  if (operator === "ne") return `(${left} is distinct from ${right})`;
  if (operator === "co" || operator === "sw" || operator === "ew") return "false";
  return `(${left} ${symbols[operator]} ${right})`;
}

/** RFC 7644 table 3, "pr": a non-empty value, or a complex value with one. */
function presentJson(json: string): string {
  return `jsonb_path_exists(${json}, '$.** ? (@.type() == "number" || @.type() == "boolean" || (@.type() == "string" && @ != ""))')`;
}

/** The elements of an attribute as a set: none where nothing is assigned, one where it is not an array. */
export function elementsOf(path: AttributePath, source: SqlSource): string {
  const json = source.elements(path) ?? containerOf(path, source);
  return `jsonb_array_elements(case when jsonb_typeof(${json}) = 'array' then ${json} when coalesce(${json}, 'null') = 'null' then '[]' else jsonb_build_array(${json}) end)`;
}

function placeOf(path: AttributePath, source: SqlSource): JsonPlace {
  const names = [path.urn, path.attribute.name, path.sub?.name ?? null].filter((name) => name !== null).map(quote);
  // One path from the root: a step at a time would copy what is between. At 100 000 people 58 instead of 137 ms for `department eq … and title co …`.
  const text = names.length === 1 ? `(${source.attributes}->>${names[0]})` : `(${source.attributes} #>> array[${names.join(", ")}])`;
  return { value: subOf(containerOf(path, source), path), text };
}

function placeInElement(path: AttributePath): JsonPlace {
  return { value: subOf("e.value", path), text: path.sub === null ? "(e.value #>> '{}')" : `(e.value->>${quote(path.sub.name)})` };
}

/** The attribute itself, as JSON. */
export function containerOf(path: AttributePath, source: SqlSource): string {
  const root = path.urn === null ? source.attributes : `${source.attributes}->${quote(path.urn)}`;
  return `(${root}->${quote(path.attribute.name)})`;
}

/** Its sub-attribute, where the path names one. */
export function subOf(json: string, path: AttributePath): string {
  return path.sub === null ? json : `(${json}->${quote(path.sub.name)})`;
}

/** Names come from schemas, of which an administrator may have written some: as SQL literals they need their quotes doubled. */
function quote(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
