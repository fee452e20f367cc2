import { invalidValue } from "@/lib/scim/errors";
import { isObject, type JsonValue } from "@/lib/scim/resource/resource";

/**
 * RFC 7644 section 3.5.2: when an operation makes an element primary, the one that was primary is so no longer. Changes the list
 * in place and returns the positions of those. Throws invalidValue where the operation itself makes several primary.
 */
export function keepOnePrimary(elements: JsonValue[], touched: ReadonlySet<number>, attribute: string): number[] {
  const chosen = [...touched].filter((position) => isPrimary(elements[position]));
  if (chosen.length === 0) return [];
  if (chosen.length > 1) throw invalidValue(`${attribute} has ${chosen.length} primary values; at most one may be.`);
  const others: number[] = [];
  for (const [position, element] of elements.entries()) {
    if (position === chosen[0] || !isObject(element) || element.primary !== true) continue;
    elements[position] = { ...element, primary: false };
    others.push(position);
  }
  return others;
}

const isPrimary = (element: JsonValue | undefined): boolean => isObject(element) && element.primary === true;
