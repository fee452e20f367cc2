import { invalidValue, noTarget, tooMany } from "@/lib/scim/errors";
import { elementTest } from "@/lib/scim/filter/evaluate-filter";
import type { Filter } from "@/lib/scim/filter/filter";
import { withSubAttribute } from "@/lib/scim/patch/apply-to-value";
import { keepOnePrimary } from "@/lib/scim/patch/keep-one-primary";
import type { PatchOperation, PatchTarget } from "@/lib/scim/patch/patch-operation";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { elementFromFilter } from "@/lib/scim/quirks/typed-element";
import { maxElements } from "@/lib/scim/resource/coerce-value";
import { type MergedElements, mergeElements } from "@/lib/scim/resource/merge-elements";
import { isObject, type JsonValue } from "@/lib/scim/resource/resource";
import { sameJson } from "@/lib/scim/resource/same-json";

type AttributeTarget = Extract<PatchTarget, { kind: "attribute" }>;

/**
 * Applies an operation to a multi-valued attribute: to all of it, to the elements a filter selects, or to one
 * sub-attribute of them (RFC 7644 sections 3.5.2.1 to 3.5.2.3). Keeps `primary` true at most once. Undefined: unassigned
 * now.
 */
export function applyToList(
  before: JsonValue | undefined,
  target: AttributeTarget,
  operation: PatchOperation,
  quirks: QuirkLog,
): JsonValue | undefined {
  const elements = before === undefined ? [] : Array.isArray(before) ? before : [before];
  const changed = change(elements, target, operation, quirks);
  if (changed.elements.length > maxElements) {
    throw tooMany(`${target.path.attribute.name} would have more than ${maxElements} values.`);
  }
  const after = keepOnePrimary(changed, target.path.attribute.name);
  return after.length === 0 ? undefined : sameJson(before, after) ? before : after;
}

function change(
  elements: JsonValue[],
  target: AttributeTarget,
  operation: PatchOperation,
  quirks: QuirkLog,
): MergedElements {
  const { op, value } = operation;
  if (op === "remove") return untouched(removeFrom(elements, target, value));
  if (value === undefined) throw invalidValue(`"${op}" on "${operation.text}" needs a "value".`);
  if (target.path.sub === null && target.valueFilter === null) return writeWhole(elements, op, value);
  const selected = select(elements, target.valueFilter);
  if (selected.size === 0) return createElement(elements, target, operation, value, quirks);
  return {
    elements: elements.map((element, index) => (selected.has(index) ? writeElement(element, target, op, value) : element)),
    touched: selected,
  };
}

const untouched = (elements: JsonValue[]): MergedElements => ({ elements, touched: new Set() });

/** Without filter and sub-attribute: add appends what is not there yet, replace exchanges the whole list. */
function writeWhole(elements: JsonValue[], op: "add" | "replace", value: JsonValue): MergedElements {
  return mergeElements(op === "add" ? elements : [], Array.isArray(value) ? value : [value]);
}

/** RFC 7644 section 3.5.2.3: a selected element is replaced as a whole; add merges into it. */
function writeElement(element: JsonValue, { path }: AttributeTarget, op: "add" | "replace", value: JsonValue): JsonValue {
  if (path.sub !== null) return withSubAttribute(element, path.sub.name, value) ?? element;
  return op === "add" && isObject(element) && isObject(value) ? { ...element, ...value } : value;
}

/** Where nothing is selected: the first element without a filter, else tolerance 7 or noTarget. */
function createElement(
  elements: JsonValue[],
  { path, valueFilter }: AttributeTarget,
  { op, text }: PatchOperation,
  value: JsonValue,
  quirks: QuirkLog,
): MergedElements {
  const start = valueFilter === null ? {} : elementFromFilter(valueFilter, path.attribute);
  if (start === null || (path.sub === null && op === "replace")) {
    throw noTarget(`"${text}" selects no value of ${path.attribute.name}.`);
  }
  if (valueFilter !== null) quirks.note("typed_element_created", `${path.attribute.name}[…]`);
  const given = path.sub === null ? (isObject(value) ? value : {}) : { [path.sub.name]: value };
  return { elements: [...elements, { ...start, ...given }], touched: new Set([elements.length]) };
}

/** Nothing selected means nothing to remove, which is success (tolerances 9, 14 and 40). */
function removeFrom(elements: JsonValue[], { path, valueFilter }: AttributeTarget, listed?: JsonValue): JsonValue[] {
  const { sub } = path;
  if (sub === null && valueFilter === null) {
    return listed === undefined ? [] : elements.filter((element) => !isListed(element, listed));
  }
  const selected = select(elements, valueFilter);
  if (sub === null) return elements.filter((_element, index) => !selected.has(index));
  return elements
    .map((element, index) => (selected.has(index) ? withSubAttribute(element, sub.name, undefined) : element))
    .filter((element) => element !== undefined);
}

function select(elements: JsonValue[], filter: Filter | null): Set<number> {
  const selected = new Set<number>();
  const passes = filter === null ? () => true : elementTest(filter);
  elements.forEach((element, index) => {
    if (passes(element)) selected.add(index);
  });
  return selected;
}

/** Tolerance 8: an element is meant if it has all that one of the listed ones says. */
function isListed(element: JsonValue, listed: JsonValue): boolean {
  return (Array.isArray(listed) ? listed : [listed]).some((each) => {
    if (!isObject(each) || !isObject(element)) return sameJson(each, element);
    return Object.entries(each).every(([name, value]) => sameJson(element[name], value));
  });
}
