import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { isObject, type JsonObject, type JsonValue } from "@/lib/scim/resource/resource";
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

/** Whether the path is the address of the enterprise extension's manager. */
export function isManagerReference(path: AttributePath): boolean {
  return path.urn === enterpriseUserSchemaId && path.attribute.name === "manager" && path.sub?.name === "$ref";
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
  if (!isObject(value)) return value;
  if (value.value === "") {
    quirks.note("manager_empty", "manager");
    return null;
  }
  return settleReference(value);
}

/**
 * The id is what counts: an address that says the same is not kept beside it (what is shown is made anew, so that a client may send back what it
 * read), and one that comes alone gives the id.
 */
function settleReference(manager: JsonObject): JsonObject {
  const { $ref, ...rest } = manager;
  const id = typeof $ref === "string" ? readReferenceId($ref) : null;
  if (id === null) return manager;
  if (rest.value === undefined || rest.value === null) return { ...rest, value: id };
  return rest.value === id ? rest : manager;
}

/** The id at the end of the address of a user, absolute or not: `../Users/26118915`. */
export function readReferenceId(reference: string): string | null {
  return /(?:^|\/)Users\/([^/?#]+)$/i.exec(reference)?.[1] ?? null;
}
