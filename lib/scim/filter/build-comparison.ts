import { invalidFilter } from "@/lib/scim/errors";
import type { ComparedValue, CompareOperator, Filter } from "@/lib/scim/filter/filter";
import { readBooleanText } from "@/lib/scim/quirks/boolean-text";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { type AttributePath, formatAttributePath } from "@/lib/scim/schema/attribute-path";
import { readInstant } from "@/lib/scim/schema/data-types";

/** A value as written: its text, and whether it stood in quotes. */
export type Literal = { text: string; quoted: boolean };

/** Makes a comparison whose value has the attribute's type (RFC 7644 table 3), or refuses with invalidFilter. */
export function buildComparison(
  path: AttributePath,
  operator: CompareOperator,
  literal: Literal,
  quirks: QuirkLog,
): Filter {
  if (!literal.quoted && literal.text === "null") return compareWithNull(path, operator);
  return { kind: "compare", path, operator, compared: readLiteral(path, operator, literal, quirks) };
}

/** RFC 7643 section 2.5: null and unassigned are the same state. */
function compareWithNull(path: AttributePath, operator: CompareOperator): Filter {
  if (operator === "ne") return { kind: "present", path };
  if (operator === "eq") return { kind: "not", filter: { kind: "present", path } };
  throw invalidFilter(`null can be compared with eq and ne only, not with ${operator}.`);
}

function readLiteral(path: AttributePath, operator: CompareOperator, literal: Literal, quirks: QuirkLog): ComparedValue {
  const { type, caseExact } = path.sub ?? path.attribute;
  switch (type) {
    case "boolean":
      return readBoolean(path, operator, literal, quirks);
    case "integer":
    case "decimal":
      return readNumber(path, operator, literal);
    case "dateTime":
      return readDateTime(path, operator, literal, quirks);
    case "binary":
      if (isOrdering(operator)) throw cannotCompare(path, operator, "binary");
      return { as: "exactText", value: readText(path, literal, quirks) };
    default:
      return { as: caseExact ? "exactText" : "text", value: readText(path, literal, quirks) };
  }
}

/** Tolerance 17: `primary eq "True"`. */
function readBoolean(path: AttributePath, operator: CompareOperator, literal: Literal, quirks: QuirkLog): ComparedValue {
  if (operator !== "eq" && operator !== "ne") throw cannotCompare(path, operator, "boolean");
  const value = readBooleanText(literal.text);
  if (value === null) throw invalidFilter(`${formatAttributePath(path)} is boolean: compare it with true or false.`);
  if (literal.quoted) quirks.note("quoted_boolean_filter", formatAttributePath(path));
  return { as: "boolean", value };
}

function readNumber(path: AttributePath, operator: CompareOperator, literal: Literal): ComparedValue {
  if (isTextual(operator)) throw cannotCompare(path, operator, "numeric");
  const value = literal.text.trim() === "" ? Number.NaN : Number(literal.text);
  if (!Number.isFinite(value)) throw invalidFilter(`${formatAttributePath(path)} is numeric: compare it with a number.`);
  return { as: "number", value };
}

/** Dates are compared as instants; co, sw and ew see the text as it is shown. */
function readDateTime(path: AttributePath, operator: CompareOperator, literal: Literal, quirks: QuirkLog): ComparedValue {
  const text = readText(path, literal, quirks);
  if (isTextual(operator)) return { as: "text", value: text };
  const value = readInstant(text);
  if (value === null) {
    throw invalidFilter(`${formatAttributePath(path)} is a date: compare it with one such as "2026-01-31T12:00:00Z".`);
  }
  return { as: "instant", value };
}

/** Tolerance 18: Microsoft's own sample asks `externalId eq jyoung`. */
function readText(path: AttributePath, literal: Literal, quirks: QuirkLog): string {
  if (!literal.quoted) quirks.note("unquoted_filter_value", formatAttributePath(path));
  return literal.text;
}

const isOrdering = (operator: CompareOperator): boolean => ["gt", "ge", "lt", "le"].includes(operator);
const isTextual = (operator: CompareOperator): boolean => ["co", "sw", "ew"].includes(operator);

const cannotCompare = (path: AttributePath, operator: CompareOperator, type: string) =>
  invalidFilter(`${formatAttributePath(path)} is ${type} and cannot be compared with ${operator}.`);
