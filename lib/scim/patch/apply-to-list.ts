import { invalidValue, noTarget, tooMany } from "@/lib/scim/errors";
import { countComparisons, elementTest } from "@/lib/scim/filter/evaluate-filter";
import type { Filter } from "@/lib/scim/filter/filter";
import { withSubAttribute } from "@/lib/scim/patch/apply-to-value";
import { type Draft, ownList, spendWork } from "@/lib/scim/patch/draft";
import { keepOnePrimary } from "@/lib/scim/patch/keep-one-primary";
import type { PatchOperation, PatchTarget } from "@/lib/scim/patch/patch-operation";
import { elementFromFilter } from "@/lib/scim/quirks/typed-element";
import { maxElements } from "@/lib/scim/resource/coerce-value";
import { addElements, indexElements, mergeElements } from "@/lib/scim/resource/merge-elements";
import { isObject, type JsonValue } from "@/lib/scim/resource/resource";
import { sameJson } from "@/lib/scim/resource/same-json";

type AttributeTarget = Extract<PatchTarget, { kind: "attribute" }>;
/** The list after an operation, which of its elements that wrote, and whether it only added to the list that was. */
type Change = { list: JsonValue[]; touched: ReadonlySet<number>; added: boolean };

/**
 * Applies an operation to a multi-valued attribute: to all of it, to the elements a filter selects, or to one
 * sub-attribute of them (RFC 7644 sections 3.5.2.1 to 3.5.2.3). Keeps `primary` true at most once. Undefined: unassigned
 * now.
 */
export function applyToList(
  draft: Draft,
  before: JsonValue | undefined,
  target: AttributeTarget,
  operation: PatchOperation,
): JsonValue[] | undefined {
  const { list, touched, added } = change(draft, ownList(draft, before), target, operation);
  const { name } = target.path.attribute;
  if (list.length > maxElements) throw tooMany(`${name} would have more than ${maxElements} values.`);
  const demoted = keepOnePrimary(list, touched, name);
  // An element without a value is found by all it holds, so the index of such a list no longer fits.
  if (!added || demoted.some((position) => !hasValue(list[position]))) draft.indexes.delete(list);
  return list.length === 0 ? undefined : list;
}

function change(draft: Draft, list: JsonValue[], target: AttributeTarget, operation: PatchOperation): Change {
  const { op, value } = operation;
  if (op === "remove") return { list: ownNew(draft, removeFrom(draft, list, target, value)), touched: new Set(), added: false };
  if (value === undefined) throw invalidValue(`"${op}" on "${operation.text}" needs a "value".`);
  if (target.path.sub === null && target.valueFilter === null) return writeWhole(draft, list, op, value);
  const selected = select(draft, list, target.valueFilter);
  if (selected.size === 0) return createElement(draft, list, operation, target, value);
  for (const position of selected) list[position] = writeElement(list[position] ?? null, target, op, value);
  return { list, touched: selected, added: false };
}

const ownNew = (draft: Draft, list: JsonValue[]): JsonValue[] => {
  draft.own.add(list);
  return list;
};

/** Without filter and sub-attribute: add appends what is not there yet, replace exchanges the whole list. */
function writeWhole(draft: Draft, list: JsonValue[], op: "add" | "replace", value: JsonValue): Change {
  const values = Array.isArray(value) ? value : [value];
  spendWork(draft, values.length);
  if (op === "replace") {
    const replaced = ownNew(draft, mergeElements(values));
    return { list: replaced, touched: new Set(replaced.keys()), added: false };
  }
  const index = draft.indexes.get(list) ?? indexElements(list);
  draft.indexes.set(list, index);
  return { list, touched: addElements(list, index, values), added: true };
}

/** RFC 7644 section 3.5.2.3: a selected element is replaced as a whole; add merges into it. */
function writeElement(element: JsonValue, { path }: AttributeTarget, op: "add" | "replace", value: JsonValue): JsonValue {
  if (path.sub !== null) return withSubAttribute(element, path.sub.name, value) ?? element;
  return op === "add" && isObject(element) && isObject(value) ? { ...element, ...value } : value;
}

/** Where nothing is selected: the first element without a filter, else tolerance 7 or noTarget. */
function createElement(
  draft: Draft,
  list: JsonValue[],
  { op, text }: PatchOperation,
  { path, valueFilter }: AttributeTarget,
  value: JsonValue,
): Change {
  const start = valueFilter === null ? {} : elementFromFilter(valueFilter, path.attribute);
  if (start === null || (path.sub === null && op === "replace")) {
    throw noTarget(`"${text}" selects no value of ${path.attribute.name}.`);
  }
  if (valueFilter !== null) draft.quirks.note("typed_element_created", `${path.attribute.name}[…]`);
  const given = path.sub === null ? (isObject(value) ? value : {}) : { [path.sub.name]: value };
  list.push({ ...start, ...given });
  return { list, touched: new Set([list.length - 1]), added: false };
}

/** Nothing selected means nothing to remove, which is success (tolerances 9, 14 and 40). */
function removeFrom(draft: Draft, list: JsonValue[], { path, valueFilter }: AttributeTarget, listed?: JsonValue): JsonValue[] {
  const { sub } = path;
  if (sub === null && valueFilter === null) {
    if (listed === undefined) return [];
    spendWork(draft, list.length * (Array.isArray(listed) ? listed.length : 1));
    return list.filter((element) => !isListed(element, listed));
  }
  const selected = select(draft, list, valueFilter);
  if (sub === null) return list.filter((_element, position) => !selected.has(position));
  return list
    .map((element, position) => (selected.has(position) ? withSubAttribute(element, sub.name, undefined) : element))
    .filter((element) => element !== undefined);
}

function select(draft: Draft, list: JsonValue[], filter: Filter | null): Set<number> {
  if (filter === null) {
    spendWork(draft, list.length);
    return new Set(list.keys());
  }
  const selected = new Set<number>();
  const passes = elementTest(filter);
  const comparisons = countComparisons(filter);
  for (const [position, element] of list.entries()) {
    spendWork(draft, comparisons * weigh(element));
    if (passes(element)) selected.add(position);
  }
  return selected;
}

const weights = new WeakMap<object, number>();

/** What a comparison with an element costs: long texts take longer. */
function weigh(element: JsonValue): number {
  if (typeof element === "string") return 1 + (element.length >> 6);
  if (!isObject(element)) return 1;
  const known = weights.get(element) ?? 1 + (Object.values(element).reduce<number>((sum, each) => sum + (typeof each === "string" ? each.length : 0), 0) >> 6);
  weights.set(element, known);
  return known;
}

const hasValue = (element: JsonValue | undefined): boolean => !isObject(element) || element.value !== undefined;

/** Tolerance 8: an element is meant if it has all that one of the listed ones says. */
function isListed(element: JsonValue, listed: JsonValue): boolean {
  return (Array.isArray(listed) ? listed : [listed]).some((each) => {
    if (!isObject(each) || !isObject(element)) return sameJson(each, element);
    return Object.entries(each).every(([name, value]) => sameJson(element[name], value));
  });
}
