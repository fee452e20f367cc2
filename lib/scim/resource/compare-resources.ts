import { compareCodePoints } from "@/lib/scim/filter/compare-values";
import { isObject, type JsonValue, type Resource } from "@/lib/scim/resource/resource";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import { readInstant } from "@/lib/scim/schema/data-types";

/** What a resource sorts by: comparable with another of the same path, null where nothing is assigned. */
export type SortKey = string | number | null;

/**
 * The sort key of a resource (RFC 7644 section 3.4.2.3): of a multi-valued attribute the primary value, else the first;
 * texts without caseExact in lower case, dates as instants.
 */
export function sortKey(resource: Resource, path: AttributePath): SortKey {
  const container = path.urn === null ? resource : resource[path.urn];
  const value = isObject(container) ? container[path.attribute.name] : undefined;
  const element = Array.isArray(value) ? (value.find(isPrimary) ?? value[0]) : value;
  const leaf = path.sub === null ? element : isObject(element) ? element[path.sub.name] : undefined;
  return toKey(leaf, path);
}

/** Compares two sort keys; where one is missing it comes last ascending, first descending. */
export function compareSortKeys(left: SortKey, right: SortKey, order: "ascending" | "descending"): number {
  const sign = order === "ascending" ? 1 : -1;
  if (left === null || right === null) return sign * (Number(left === null) - Number(right === null));
  if (typeof left === "number" && typeof right === "number") return sign * (left - right);
  return sign * compareCodePoints(String(left), String(right));
}

function toKey(value: JsonValue | undefined, path: AttributePath): SortKey {
  const { type, caseExact } = path.sub ?? path.attribute;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value !== "string") return null;
  if (type === "dateTime") return readInstant(value);
  return caseExact ? value : value.toLowerCase();
}

const isPrimary = (element: JsonValue): boolean => isObject(element) && element.primary === true;
