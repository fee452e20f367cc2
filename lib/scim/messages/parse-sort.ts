import { invalidPath, invalidValue } from "@/lib/scim/errors";
import type { ListParameters, ListQuery } from "@/lib/scim/messages/list-query";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import { resolveAttribute } from "@/lib/scim/schema/resolve-attribute";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

type Sort = Pick<ListQuery, "sortBy" | "sortOrder">;

/**
 * Reads `sortBy` and `sortOrder` (RFC 7644 section 3.4.2.3). A complex attribute sorts by its `value`, a name by its
 * `formatted` form. Throws invalidPath for what cannot be sorted by, invalidValue for an unknown order.
 */
export function parseSort({ sortBy, sortOrder }: ListParameters, schema: ResourceSchema): Sort {
  const order = readOrder(sortOrder);
  if (sortBy === undefined || sortBy.trim() === "") return { sortOrder: order };
  const resolved = resolveAttribute(schema, sortBy.trim());
  if (resolved.kind !== "attribute" || resolved.path.attribute.returned === "never") {
    throw invalidPath(`"${sortBy}" is not an attribute of ${schema.resourceType} that can be sorted by.`);
  }
  return { sortBy: sortablePath(resolved.path, schema), sortOrder: order };
}

function readOrder(sortOrder: string | undefined): ListQuery["sortOrder"] {
  const lower = (sortOrder ?? "").trim().toLowerCase();
  if (lower === "" || lower === "ascending") return "ascending";
  if (lower === "descending") return "descending";
  throw invalidValue('"sortOrder" must be "ascending" or "descending".');
}

function sortablePath(path: AttributePath, schema: ResourceSchema): AttributePath {
  if (path.sub !== null || path.attribute.type !== "complex") return path;
  const subAttributes = schema.subAttributes.get(path.attribute);
  const sub = subAttributes?.get("value") ?? subAttributes?.get("formatted");
  if (sub === undefined) throw invalidPath(`"${path.attribute.name}" is complex: sort by one of its sub-attributes.`);
  return { ...path, sub };
}
