import { invalidValue } from "@/lib/scim/errors";
import type { MergedElements } from "@/lib/scim/resource/merge-elements";
import { isObject, type JsonValue } from "@/lib/scim/resource/resource";

/**
 * RFC 7644 section 3.5.2: when an operation makes an element primary, the one that was primary is so no longer. Throws
 * invalidValue where the operation itself makes several primary.
 */
export function keepOnePrimary({ elements, touched }: MergedElements, attribute: string): JsonValue[] {
  const chosen = [...touched].filter((index) => isPrimary(elements[index]));
  if (chosen.length === 0) return elements;
  if (chosen.length > 1) throw invalidValue(`${attribute} has ${chosen.length} primary values; at most one may be.`);
  return elements.map((element, index) =>
    index !== chosen[0] && isObject(element) && element.primary === true ? { ...element, primary: false } : element,
  );
}

const isPrimary = (element: JsonValue | undefined): boolean => isObject(element) && element.primary === true;
