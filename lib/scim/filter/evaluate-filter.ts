import { comparison } from "@/lib/scim/filter/compare-values";
import type { Filter } from "@/lib/scim/filter/filter";
import { isObject, type JsonValue, type Resource } from "@/lib/scim/resource/resource";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";

/** Whether the resource satisfies the filter, by the rules written at `Filter`. */
export function evaluateFilter(filter: Filter, resource: Resource): boolean {
  return compile(filter, readFromResource)(resource);
}

/** Whether one element of a multi-valued attribute satisfies the filter of a value path. */
export function evaluateValueFilter(filter: Filter, element: JsonValue): boolean {
  return elementTest(filter)(element);
}

/** The filter of a value path as a test for elements; make it once and use it for many. */
export function elementTest(filter: Filter): (element: JsonValue) => boolean {
  return compile(filter, readFromElement);
}

/** How many comparisons a filter makes at most. */
export function countComparisons(filter: Filter): number {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.filters.reduce((sum, each) => sum + countComparisons(each), 0);
    case "not":
    case "valuePath":
      return countComparisons(filter.filter);
    default:
      return 1;
  }
}

type Test = (subject: JsonValue) => boolean;
/** Makes a function that looks for a path: does one of the values there pass? With none, `otherwise`. */
type Reader = (path: AttributePath, passes: Test, otherwise: boolean) => Test;

function compile(filter: Filter, read: Reader): Test {
  switch (filter.kind) {
    case "and": {
      const tests = filter.filters.map((each) => compile(each, read));
      return (subject) => tests.every((test) => test(subject));
    }
    case "or": {
      const tests = filter.filters.map((each) => compile(each, read));
      return (subject) => tests.some((test) => test(subject));
    }
    case "not": {
      const test = compile(filter.filter, read);
      return (subject) => !test(subject);
    }
    case "present":
      return read(filter.path, isPresent, false);
    case "compare":
      return read(filter.path, comparison(filter), filter.operator === "ne");
    case "valuePath":
      return read({ ...filter.path, sub: null }, elementTest(filter.filter), false);
    case "constant":
      return () => filter.value;
  }
}

/** An element that lacks the sub-attribute has null there; an unassigned attribute has no value at all. */
function readFromResource({ urn, attribute, sub }: AttributePath, passes: Test, otherwise: boolean): Test {
  const passesElement = sub === null ? passes : (element: JsonValue) => passes(subAttribute(element, sub.name));
  return (resource) => {
    const container = urn === null ? resource : subAttribute(resource, urn);
    const value = subAttribute(container, attribute.name);
    if (value === null) return otherwise;
    if (!Array.isArray(value)) return passesElement(value);
    return value.length === 0 ? otherwise : value.some(passesElement);
  };
}

function readFromElement({ sub }: AttributePath, passes: Test): Test {
  return sub === null ? passes : (element) => passes(subAttribute(element, sub.name));
}

const subAttribute = (value: JsonValue, name: string): JsonValue => (isObject(value) ? (value[name] ?? null) : null);

/** RFC 7644 table 3, "pr": a non-empty value, or a complex value with one. */
function isPresent(value: JsonValue): boolean {
  if (value === null || value === "") return false;
  if (Array.isArray(value)) return value.some(isPresent);
  return typeof value === "object" ? Object.values(value).some(isPresent) : true;
}
