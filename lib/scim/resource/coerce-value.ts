import { invalidValue, tooMany } from "@/lib/scim/errors";
import { readBooleanText } from "@/lib/scim/quirks/boolean-text";
import { readNumberText } from "@/lib/scim/quirks/number-text";
import { isManager, normaliseManager } from "@/lib/scim/quirks/manager";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { unwrapRole } from "@/lib/scim/quirks/role-json";
import { mergeElements } from "@/lib/scim/resource/merge-elements";
import { isObject, type JsonObject, type JsonValue } from "@/lib/scim/resource/resource";
import { type AttributePath, formatAttributePath } from "@/lib/scim/schema/attribute-path";
import { isBase64, readInstant } from "@/lib/scim/schema/data-types";
import type { AttributeDefinition } from "@/lib/scim/schema/definition";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** Values that one multi-valued attribute of one resource may have. */
export const maxElements = 1_000;

/**
 * Gives a value the type and spelling that its attribute declares (RFC 7643 sections 2.3 and 2.4). Undefined stands for
 * unassigned: null, [] and {} (section 2.5). Throws invalidValue. Read-only sub-attributes are dropped.
 */
export function coerceValue(
  schema: ResourceSchema,
  path: AttributePath,
  value: JsonValue,
  quirks: QuirkLog,
): JsonValue | undefined {
  if (path.sub !== null) return coerceSingle(schema, path, value, quirks);
  if (isManager(path)) return coerceSingle(schema, path, normaliseManager(value, quirks), quirks);
  return path.attribute.multiValued ? coerceList(schema, path, value, quirks) : coerceSingle(schema, path, value, quirks);
}

/** One element of a multi-valued attribute. */
export function coerceElement(
  schema: ResourceSchema,
  path: AttributePath,
  value: JsonValue,
  quirks: QuirkLog,
): JsonValue | undefined {
  return coerceSingle(schema, path, unwrapElement(schema, path, value, quirks), quirks);
}

function coerceList(
  schema: ResourceSchema,
  path: AttributePath,
  value: JsonValue,
  quirks: QuirkLog,
): JsonValue[] | undefined {
  if (value === null || value === "") return undefined;
  if (!Array.isArray(value)) quirks.note("single_value_for_list", formatAttributePath(path));
  const elements = Array.isArray(value) ? value : [value];
  if (elements.length > maxElements) {
    throw tooMany(`${formatAttributePath(path)} has ${elements.length} values; at most ${maxElements} are accepted.`);
  }
  const coerced = elements
    .map((element) => coerceElement(schema, path, element, quirks))
    .filter((element) => element !== undefined);
  return coerced.length === 0 ? undefined : mergeElements(coerced);
}

function unwrapElement(schema: ResourceSchema, path: AttributePath, value: JsonValue, quirks: QuirkLog): JsonValue {
  if (path.attribute.type !== "complex") return value;
  if (typeof value === "string" && schema.subAttributes.get(path.attribute)?.has("value") === true) {
    quirks.note("bare_element", formatAttributePath(path));
    return { value };
  }
  return path.urn === null && path.attribute.name === "roles" ? unwrapRole(value, quirks) : value;
}

function coerceSingle(
  schema: ResourceSchema,
  path: AttributePath,
  value: JsonValue,
  quirks: QuirkLog,
): JsonValue | undefined {
  if (value === null) return undefined;
  const definition = path.sub ?? path.attribute;
  if (definition.type === "complex") return coerceComplex(schema, path, value, quirks);
  return coerceSimple(path, definition, value, quirks);
}

function coerceComplex(
  schema: ResourceSchema,
  path: AttributePath,
  value: JsonValue,
  quirks: QuirkLog,
): JsonObject | undefined {
  if (value === "") return undefined;
  if (!isObject(value)) throw invalidValue(`${formatAttributePath(path)} must be a JSON object.`);
  const subAttributes = schema.subAttributes.get(path.attribute);
  const result: JsonObject = {};
  for (const [name, given] of Object.entries(value)) {
    const sub = subAttributes?.get(name.toLowerCase());
    if (given === null) quirks.note(name === "$ref" ? "null_ref" : "null_value", `${path.attribute.name}.${name}`);
    else if (sub === undefined) result[name] = given;
    else if (sub.mutability !== "readOnly") assign(result, sub.name, coerceSub(schema, path, sub, given, quirks));
  }
  return Object.keys(result).length === 0 ? undefined : result;
}

function coerceSub(
  schema: ResourceSchema,
  path: AttributePath,
  sub: AttributeDefinition,
  value: JsonValue,
  quirks: QuirkLog,
): JsonValue | undefined {
  const subPath = { ...path, sub };
  if (!sub.multiValued) return coerceSingle(schema, subPath, value, quirks);
  const elements = (Array.isArray(value) ? value : [value]).map((each) => coerceSingle(schema, subPath, each, quirks));
  return elements.filter((each) => each !== undefined);
}

function assign(target: JsonObject, name: string, value: JsonValue | undefined): void {
  if (value !== undefined) target[name] = value;
}

function coerceSimple(
  path: AttributePath,
  definition: AttributeDefinition,
  value: JsonValue,
  quirks: QuirkLog,
): JsonValue {
  switch (definition.type) {
    case "boolean":
      return coerceBoolean(path, value, quirks);
    case "integer":
      return coerceNumber(path, value, quirks, Number.isSafeInteger, "an integer");
    case "decimal":
      return coerceNumber(path, value, quirks, Number.isFinite, "a number");
    case "dateTime":
      if (typeof value !== "string" || readInstant(value) === null) throw wrongType(path, "a date and time");
      return value;
    case "binary":
      if (typeof value !== "string" || !isBase64(value)) throw wrongType(path, "text in base64");
      return value;
    default:
      if (typeof value !== "string") throw wrongType(path, "a string");
      if (value.length > maxIdentifierLength && isIdentifier(path)) {
        throw invalidValue(`${formatAttributePath(path)} is longer than ${maxIdentifierLength} characters.`);
      }
      return value;
  }
}

/** An entry of PostgreSQL's indexes holds 2,704 bytes at most; 512 characters always fit. */
const maxIdentifierLength = 512;

/** What resources are found by. */
function isIdentifier({ urn, attribute, sub }: AttributePath): boolean {
  if (urn !== null) return false;
  return attribute.uniqueness !== "none" || attribute.name === "externalId" || (attribute.name === "emails" && sub?.name === "value");
}

/** Tolerance 2. */
function coerceBoolean(path: AttributePath, value: JsonValue, quirks: QuirkLog): boolean {
  if (typeof value === "boolean") return value;
  const read = typeof value === "string" ? readBooleanText(value) : null;
  if (read === null) throw wrongType(path, "true or false");
  quirks.note("string_boolean", formatAttributePath(path));
  return read;
}

/** Who writes booleans as text writes numbers so, too. */
function coerceNumber(path: AttributePath, value: JsonValue, quirks: QuirkLog, fits: (value: number) => boolean, expected: string): number {
  const read = typeof value === "string" ? readNumberText(value) : value;
  if (typeof read !== "number" || !fits(read)) throw wrongType(path, expected);
  if (read !== value) quirks.note("string_number", formatAttributePath(path));
  return read;
}

const wrongType = (path: AttributePath, expected: string) =>
  invalidValue(`${formatAttributePath(path)} must be ${expected}.`);
