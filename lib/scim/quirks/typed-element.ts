import type { Filter } from "@/lib/scim/filter/filter";
import type { JsonObject } from "@/lib/scim/resource/resource";
import type { AttributeDefinition } from "@/lib/scim/schema/definition";

/**
 * Tolerance 7: Entra writes to `emails[type eq "work"].value` and expects the element to be made when there is none. The
 * element with what the filter's `eq` comparisons say, or null where the filter is of another kind or its `type` is not
 * among the canonical ones.
 */
export function elementFromFilter(filter: Filter, attribute: AttributeDefinition): JsonObject | null {
  if (filter.kind === "and") {
    const parts = filter.filters.map((each) => elementFromFilter(each, attribute));
    return parts.reduce((whole, part) => (whole === null || part === null ? null : { ...whole, ...part }), {});
  }
  if (filter.kind !== "compare" || filter.operator !== "eq") return null;
  const { sub } = filter.path;
  const { value } = filter.compared;
  return sub !== null && isDistinguishing(sub, value) ? { [sub.name]: spell(sub, value) } : null;
}

/** Elements are told apart by their type and by which is primary, not by their contents. */
function isDistinguishing(sub: AttributeDefinition, value: string | number | boolean): boolean {
  if (sub.name === "primary") return value === true;
  if (sub.canonicalValues !== undefined && sub.canonicalValues.length > 0) return canonical(sub, value) !== undefined;
  return sub.name === "type";
}

const spell = (sub: AttributeDefinition, value: string | number | boolean) => canonical(sub, value) ?? value;

function canonical(sub: AttributeDefinition, value: string | number | boolean): string | undefined {
  return sub.canonicalValues?.find((each) => each.toLowerCase() === String(value).toLowerCase());
}
