import { isObject, type JsonValue } from "@/lib/scim/resource/resource";
import { sameJson } from "@/lib/scim/resource/same-json";

/** Where an element stands, by what identifies it. */
export type ElementIndex = Map<string, number>;

/** A list without doubles: see `addElements`. */
export function mergeElements(added: readonly JsonValue[]): JsonValue[] {
  const list: JsonValue[] = [];
  addElements(list, new Map(), added);
  return list;
}

/** The index of a list. */
export function indexElements(list: readonly JsonValue[]): ElementIndex {
  const index: ElementIndex = new Map();
  for (const [position, element] of list.entries()) remember(index, element, position);
  return index;
}

/**
 * Adds elements to a list in place, and to its index. RFC 7643 section 2.4 wants no two with the same `type` and `value`: such an
 * element is merged into the one that is there, so a repeated add changes nothing (RFC 7644 section 3.5.2.1). Returns which
 * elements were added or changed.
 */
export function addElements(list: JsonValue[], index: ElementIndex, added: readonly JsonValue[]): Set<number> {
  const touched = new Set<number>();
  for (const element of added) {
    const position = index.get(identify(element));
    if (position === undefined) {
      remember(index, element, list.length);
      touched.add(list.length);
      list.push(element);
    } else if (mergeInto(list, index, position, element)) touched.add(position);
  }
  return touched;
}

/** An element is found by what identifies it, and by its value alone when that is added again without a type. */
function remember(index: ElementIndex, element: JsonValue, position: number): void {
  const identity = identify(element);
  const byValue = identifyByValue(element);
  if (!index.has(identity)) index.set(identity, position);
  if (byValue !== null && !index.has(byValue)) index.set(byValue, position);
}

function mergeInto(list: JsonValue[], index: ElementIndex, position: number, element: JsonValue): boolean {
  const before = list[position];
  if (!isObject(before) || !isObject(element)) return false;
  const merged = { ...before, ...element };
  if (sameJson(before, merged)) return false;
  list[position] = merged;
  remember(index, merged, position);
  return true;
}

// Elements are never changed in place, so what identifies one stays.
const identities = new WeakMap<object, string>();

/** What makes an element the same as another: `value` and `type`, or all of it where there is no value. */
function identify(element: JsonValue): string {
  if (typeof element !== "object" || element === null) return describe(element);
  const known = identities.get(element) ?? describe(element);
  identities.set(element, known);
  return known;
}

function describe(element: JsonValue): string {
  const value = readValue(element);
  if (value === undefined) return JSON.stringify(sortNames(element));
  return isObject(element) && element.type !== undefined ? `${identifyValue(value)} ${JSON.stringify(element.type)}` : identifyValue(value);
}

/** By this an element is found when the client adds its value again without a type. */
function identifyByValue(element: JsonValue): string | null {
  const value = readValue(element);
  return value === undefined ? null : identifyValue(value);
}

const readValue = (element: JsonValue): JsonValue | undefined => (isObject(element) ? element.value : undefined);
const identifyValue = (value: JsonValue): string => JSON.stringify(value);

function sortNames(element: JsonValue): JsonValue {
  return isObject(element) ? Object.entries(element).sort(([a], [b]) => (a < b ? -1 : 1)) : element;
}
