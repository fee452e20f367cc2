import type { PatchOperation } from "@/lib/scim/patch/patch-operation";
import { isObject, type JsonValue } from "@/lib/scim/resource/resource";
import { withValue } from "@/lib/scim/resource/with-value";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";

/**
 * Applies an operation to a single-valued attribute. Add and replace are the same for it; of a complex one they merge:
 * sub-attributes that are not named stay (RFC 7644 sections 3.5.2.1 and 3.5.2.3). Undefined: unassigned now.
 */
export function applyToValue(
  before: JsonValue | undefined,
  path: AttributePath,
  { op, value }: PatchOperation,
): JsonValue | undefined {
  if (path.sub !== null) return withSubAttribute(before, path.sub.name, op === "remove" ? undefined : value);
  if (op === "remove" || value === undefined) return undefined;
  return isObject(before) && isObject(value) ? { ...before, ...value } : value;
}

/** The complex value with this sub-attribute set or taken away; undefined where nothing is left. */
export function withSubAttribute(
  before: JsonValue | undefined,
  name: string,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const after = withValue(isObject(before) ? before : {}, name, value);
  return Object.keys(after).length === 0 ? undefined : after;
}
