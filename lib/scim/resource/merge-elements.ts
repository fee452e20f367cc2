import { isObject, type JsonValue } from "@/lib/scim/resource/resource";
import { sameJson } from "@/lib/scim/resource/same-json";

/** The merged list, and which of its elements were added or changed. */
export type MergedElements = { elements: JsonValue[]; touched: Set<number> };

/**
 * Adds elements to a multi-valued attribute. RFC 7643 section 2.4 wants no two with the same `type` and `value`: such an
 * element is merged into the one that is there, so a repeated add changes nothing (RFC 7644 section 3.5.2.1).
 */
export function mergeElements(existing: readonly JsonValue[], added: readonly JsonValue[]): MergedElements {
  const elements = [...existing];
  const touched = new Set<number>();
  const positions = new Map<string, number>();
  for (const [position, element] of elements.entries()) remember(positions, element, position);
  for (const element of added) {
    const position = positions.get(identify(element));
    if (position === undefined) {
      remember(positions, element, elements.length);
      touched.add(elements.length);
      elements.push(element);
    } else if (mergeInto(elements, position, element)) touched.add(position);
  }
  return { elements, touched };
}

/** An element is found by what identifies it, and by its value alone when that is added again without a type. */
function remember(positions: Map<string, number>, element: JsonValue, position: number): void {
  const identity = identify(element);
  const byValue = identifyByValue(element);
  if (!positions.has(identity)) positions.set(identity, position);
  if (byValue !== null && !positions.has(byValue)) positions.set(byValue, position);
}

function mergeInto(elements: JsonValue[], position: number, element: JsonValue): boolean {
  const before = elements[position];
  if (!isObject(before) || !isObject(element)) return false;
  const merged = { ...before, ...element };
  if (sameJson(before, merged)) return false;
  elements[position] = merged;
  return true;
}

/** What makes an element the same as another: `value` and `type`, or all of it where there is no value. */
function identify(element: JsonValue): string {
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
