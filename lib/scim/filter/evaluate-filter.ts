import type { ComparedValue, Comparison, CompareOperator, Filter } from "@/lib/scim/filter/filter";
import { isObject, type JsonValue, type Resource } from "@/lib/scim/resource/resource";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import { readInstant } from "@/lib/scim/schema/data-types";

/** Whether the resource satisfies the filter, by the rules written at `Filter`. */
export function evaluateFilter(filter: Filter, resource: Resource): boolean {
  return evaluate(filter, (path) => readValues(resource, path));
}

/** Whether one element of a multi-valued attribute satisfies the filter of a value path. */
export function evaluateValueFilter(filter: Filter, element: JsonValue): boolean {
  return evaluate(filter, (path) => readElement(element, path));
}

type ReadValues = (path: AttributePath) => JsonValue[];

function evaluate(filter: Filter, read: ReadValues): boolean {
  switch (filter.kind) {
    case "and":
      return filter.filters.every((each) => evaluate(each, read));
    case "or":
      return filter.filters.some((each) => evaluate(each, read));
    case "not":
      return !evaluate(filter.filter, read);
    case "present":
      return read(filter.path).some(isPresent);
    case "compare":
      return compareAny(filter, read(filter.path));
    case "valuePath":
      return read({ ...filter.path, sub: null }).some((element) => evaluateValueFilter(filter.filter, element));
    case "constant":
      return filter.value;
  }
}

/** The values at a path: none where nothing is assigned; null for an element that lacks the sub-attribute. */
function readValues(resource: Resource, path: AttributePath): JsonValue[] {
  const container = path.urn === null ? resource : resource[path.urn];
  const value = isObject(container) ? container[path.attribute.name] : undefined;
  if (value === undefined || value === null) return [];
  const elements = Array.isArray(value) ? value : [value];
  return path.sub === null ? elements : elements.flatMap((element) => readElement(element, path));
}

function readElement(element: JsonValue, path: AttributePath): JsonValue[] {
  if (path.sub === null) return [element];
  return [isObject(element) ? (element[path.sub.name] ?? null) : null];
}

/** RFC 7644 table 3, "pr": a non-empty value, or a complex value with one. */
function isPresent(value: JsonValue): boolean {
  if (value === null || value === "") return false;
  if (Array.isArray(value)) return value.some(isPresent);
  return typeof value === "object" ? Object.values(value).some(isPresent) : true;
}

function compareAny({ operator, compared }: Comparison, values: JsonValue[]): boolean {
  if (values.length === 0) return operator === "ne";
  return values.some((value) => compareOne(operator, compared, value));
}

function compareOne(operator: CompareOperator, compared: ComparedValue, value: JsonValue): boolean {
  const sides = comparableSides(compared, value);
  if (sides === null) return operator === "ne";
  const [actual, expected] = sides;
  switch (operator) {
    case "eq":
      return actual === expected;
    case "ne":
      return actual !== expected;
    case "co":
      return String(actual).includes(String(expected));
    case "sw":
      return String(actual).startsWith(String(expected));
    case "ew":
      return String(actual).endsWith(String(expected));
    default:
      return compareOrder(operator, order(actual, expected));
  }
}

function compareOrder(operator: "gt" | "ge" | "lt" | "le", sign: number): boolean {
  switch (operator) {
    case "gt":
      return sign > 0;
    case "ge":
      return sign >= 0;
    case "lt":
      return sign < 0;
    case "le":
      return sign <= 0;
  }
}

type Side = string | number | boolean;

/** Both sides in a form that compares directly; null if the stored value has another type. */
function comparableSides(compared: ComparedValue, value: JsonValue): [Side, Side] | null {
  switch (compared.as) {
    case "text":
      return typeof value === "string" ? [value.toLowerCase(), compared.value.toLowerCase()] : null;
    case "exactText":
      return typeof value === "string" ? [value, compared.value] : null;
    case "number":
      return typeof value === "number" ? [value, compared.value] : null;
    case "boolean":
      return typeof value === "boolean" ? [value, compared.value] : null;
    case "instant": {
      const instant = typeof value === "string" ? readInstant(value) : null;
      return instant === null ? null : [instant, compared.value];
    }
  }
}

function order(actual: Side, expected: Side): number {
  if (typeof actual === "string" && typeof expected === "string") return compareCodePoints(actual, expected);
  return Number(actual) - Number(expected);
}

/** Texts in the order of their code points, which is also the order of PostgreSQL's collation "C". */
export function compareCodePoints(left: string, right: string): number {
  let at = 0;
  while (at < left.length && at < right.length && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  if (at === left.length || at === right.length) return left.length - right.length;
  return rank(left.charCodeAt(at)) - rank(right.charCodeAt(at));
}

/** UTF-16 puts surrogates before U+E000, code points put them after. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
