import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { isObject, type JsonObject, type JsonValue } from "@/lib/scim/resource/resource";

/**
 * Tolerance 16: Entra's AppRoleAssignmentsComplex writes a role as JSON inside the string `value`. Keeps `value` and
 * `display`; the id is Entra's own and is dropped.
 */
export function unwrapRole(element: JsonValue, quirks: QuirkLog): JsonValue {
  if (!isObject(element) || typeof element.value !== "string") return element;
  const inner = readRole(element.value);
  if (inner === null) return element;
  quirks.note("role_json_string", "roles");
  return { ...element, ...inner };
}

function readRole(text: string): JsonObject | null {
  if (!text.startsWith("{")) return null;
  const inner = parseJson(text);
  if (!isObject(inner) || typeof inner.value !== "string") return null;
  const display = inner.displayName ?? inner.display;
  return { value: inner.value, ...(typeof display === "string" ? { display } : {}) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
