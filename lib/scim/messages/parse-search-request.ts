import { invalidSyntax, invalidValue } from "@/lib/scim/errors";
import type { ListParameters } from "@/lib/scim/messages/list-query";
import { requireSafeObject } from "@/lib/scim/resource/require-safe-json";
import type { JsonObject, JsonValue } from "@/lib/scim/resource/resource";

/**
 * Reads the body of a POST to `/.search` (RFC 7644 section 3.4.3, RFC 9865 section 3). Give the result to
 * parseListParameters, or to parseRootParameters at the server root. Throws invalidSyntax or invalidValue.
 */
export function parseSearchRequest(body: unknown): ListParameters {
  const message = requireSafeObject(body, "A SearchRequest");
  return {
    ...pick("filter", readText(message, "filter")),
    ...pick("sortBy", readText(message, "sortBy")),
    ...pick("sortOrder", readText(message, "sortOrder")),
    ...pick("cursor", readText(message, "cursor")),
    ...pick("startIndex", readNumber(message, "startIndex")),
    ...pick("count", readNumber(message, "count")),
    ...pick("attributes", readNames(message, "attributes")),
    ...pick("excludedAttributes", readNames(message, "excludedAttributes")),
  };
}

function pick<Name extends keyof ListParameters>(name: Name, value: ListParameters[Name]): Pick<ListParameters, Name> | object {
  return value === undefined ? {} : { [name]: value };
}

function readText(message: JsonObject, name: string): string | undefined {
  const value = message[name] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  throw invalidSyntax(`"${name}" must be a string.`);
}

function readNumber(message: JsonObject, name: string): string | number | undefined {
  const value = message[name] ?? undefined;
  if (value === undefined || typeof value === "number" || typeof value === "string") return value;
  throw invalidValue(`"${name}" must be an integer.`);
}

/** A list of names; a comma-separated string, as in a query, is understood too. */
function readNames(message: JsonObject, name: string): string | string[] | undefined {
  const value = message[name] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  if (Array.isArray(value) && value.every(isString)) return value;
  throw invalidSyntax(`"${name}" must be a list of attribute names.`);
}

const isString = (value: JsonValue): value is string => typeof value === "string";
