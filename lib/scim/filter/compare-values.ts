import type { ComparedValue, Comparison, CompareOperator } from "@/lib/scim/filter/filter";
import type { JsonValue } from "@/lib/scim/resource/resource";
import { readInstant } from "@/lib/scim/schema/data-types";

/** A comparison as a test for one value (RFC 7644 table 3). A value of another type is only ever "not equal". */
export function comparison({ operator, compared }: Comparison): (value: JsonValue) => boolean {
  const read = reader(compared);
  const expected = compared.as === "text" ? compared.value.toLowerCase() : compared.value;
  const holds = relation(operator, expected);
  return (value) => {
    const actual = read(value);
    return actual === null ? operator === "ne" : holds(actual);
  };
}

type Side = string | number | boolean;

/** How a stored value is read for comparing; null where it has another type. */
function reader({ as }: ComparedValue): (value: JsonValue) => Side | null {
  switch (as) {
    case "text":
      return (value) => (typeof value === "string" ? value.toLowerCase() : null);
    case "exactText":
      return (value) => (typeof value === "string" ? value : null);
    case "number":
      return (value) => (typeof value === "number" ? value : null);
    case "boolean":
      return (value) => (typeof value === "boolean" ? value : null);
    case "instant":
      return (value) => (typeof value === "string" ? readInstant(value) : null);
  }
}

function relation(operator: CompareOperator, expected: Side): (actual: Side) => boolean {
  switch (operator) {
    case "eq":
      return (actual) => actual === expected;
    case "ne":
      return (actual) => actual !== expected;
    case "co":
      return (actual) => String(actual).includes(String(expected));
    case "sw":
      return (actual) => String(actual).startsWith(String(expected));
    case "ew":
      return (actual) => String(actual).endsWith(String(expected));
    case "gt":
      return (actual) => compareSides(actual, expected) > 0;
    case "ge":
      return (actual) => compareSides(actual, expected) >= 0;
    case "lt":
      return (actual) => compareSides(actual, expected) < 0;
    case "le":
      return (actual) => compareSides(actual, expected) <= 0;
  }
}

function compareSides(actual: Side, expected: Side): number {
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
