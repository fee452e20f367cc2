import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { isObject, type JsonValue } from "@/lib/scim/resource/resource";
import { type AttributePath, formatAttributePath } from "@/lib/scim/schema/attribute-path";

/**
 * Azure AD's first dialect, still in its sample code, wraps every value: `"path": "displayName", "value": [{ "$ref": null,
 * "value": "Babs" }]`. Takes the value out where the attribute is simple and has one value only.
 */
export function unwrapSingleValue(path: AttributePath, value: JsonValue, quirks: QuirkLog): JsonValue {
  const { type, multiValued } = path.sub ?? path.attribute;
  if (type === "complex" || multiValued || !Array.isArray(value) || value.length !== 1) return value;
  const [element] = value;
  if (!isObject(element) || !Object.hasOwn(element, "value")) return value;
  quirks.note("wrapped_value", formatAttributePath(path));
  return element.value ?? null;
}
