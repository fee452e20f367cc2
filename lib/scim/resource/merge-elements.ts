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
  const remember = (element: JsonValue, position: number): void => {
    for (const identity of [identify(element), identifyByValue(element)]) {
      if (identity !== null && !positions.has(identity)) positions.set(identity, position);
    }
  };
  existing.forEach(remember);
  for (const element of added) {
    const position = positions.get(identify(element)) ?? positions.get(untypedIdentity(element) ?? "");
    if (position === undefined) {
      remember(element, elements.length);
      touched.add(elements.length);
      elements.push(element);
    } else if (mergeInto(elements, position, element)) touched.add(position);
  }
  return { elements, touched };
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
  if (!isObject(element)) return JSON.stringify(element);
  if (element.value === undefined) return JSON.stringify(Object.entries(element).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify([element.value, element.type ?? null]);
}

/** By this an element is found when the client adds its value again without a type. */
function identifyByValue(element: JsonValue): string | null {
  return isObject(element) && element.value !== undefined ? JSON.stringify([element.value]) : null;
}

const untypedIdentity = (element: JsonValue): string | null =>
  isObject(element) && element.type === undefined ? identifyByValue(element) : null;
