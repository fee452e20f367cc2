import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { isObject, type JsonValue } from "@/lib/scim/resource/resource";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import { enterpriseUserSchemaId } from "@/lib/scim/schema/enterprise-user";

/** Whether the path is the enterprise extension's manager as a whole. */
export function isManager(path: AttributePath): boolean {
  return path.urn === enterpriseUserSchemaId && path.attribute.name === "manager" && path.sub === null;
}

/** Whether the path is the id of the enterprise extension's manager. */
export function isManagerId(path: AttributePath): boolean {
  return path.urn === enterpriseUserSchemaId && path.attribute.name === "manager" && path.sub?.name === "value";
}

/**
 * Tolerance 15: Entra sends the manager as an id or as a list with one object; an empty id takes the manager away. Always
 * an object with a `value` afterwards, or null.
 */
export function normaliseManager(value: JsonValue, quirks: QuirkLog): JsonValue {
  if (Array.isArray(value)) {
    quirks.note("manager_array", "manager");
    return value[0] === undefined ? null : normaliseManager(value[0], quirks);
  }
  if (typeof value === "string") {
    quirks.note(value === "" ? "manager_empty" : "manager_string", "manager");
    return value === "" ? null : { value };
  }
  if (isObject(value) && value.value === "") {
    quirks.note("manager_empty", "manager");
    return null;
  }
  return value;
}
