import { invalidPath, invalidSyntax, invalidValue, noTarget, tooMany } from "@/lib/scim/errors";
import { buildOperations, type OperationName } from "@/lib/scim/patch/build-operations";
import { parsePatchPath } from "@/lib/scim/patch/parse-patch-path";
import type { PatchOperation } from "@/lib/scim/patch/patch-operation";
import { expandValueObject } from "@/lib/scim/quirks/value-object-keys";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { requireSafeObject } from "@/lib/scim/resource/require-safe-json";
import { isObject, type JsonObject, type JsonValue, readTexts } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

const patchOpSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const maxPatchOperations = 1_000;

/**
 * Parses a PatchOp message (RFC 7644 section 3.5.2) into typed operations. A value object without `path` becomes one
 * operation per attribute. Throws for an unknown `op` (invalidSyntax), a bad path, a value that does not fit, a read-only
 * target (mutability), a remove without path (noTarget), more than 1,000 operations (tooMany).
 */
export function parsePatchOp(body: unknown, schema: ResourceSchema, quirks: QuirkLog): PatchOperation[] {
  const message = requireSafeObject(body, "A PatchOp");
  noteMessageSchema(message, quirks);
  const operations = findOperations(message, quirks);
  if (operations.length > maxPatchOperations) {
    throw tooMany(`The request has ${operations.length} operations; at most ${maxPatchOperations} are accepted.`);
  }
  return operations.flatMap((operation, index) => parseOperation(operation, index, schema, quirks));
}

/** Tolerance 27: `schemas` may be missing. */
function noteMessageSchema({ schemas }: JsonObject, quirks: QuirkLog): void {
  const named = readTexts(schemas).map((urn) => urn.toLowerCase());
  if (named.length === 0) quirks.note("missing_schemas", "PatchOp");
  else if (!named.includes(patchOpSchema.toLowerCase())) quirks.note("unknown_schema", named[0]);
}

/** Tolerance 27: `operations` in any case. */
function findOperations(message: JsonObject, quirks: QuirkLog): JsonValue[] {
  const key = findKey(message, "operations");
  if (key !== undefined && key !== "Operations") quirks.note("operations_key_case", key);
  const operations = key === undefined ? undefined : message[key];
  if (!Array.isArray(operations) || operations.length === 0) {
    throw invalidSyntax('A PatchOp needs "Operations", a list with at least one operation.');
  }
  return operations;
}

function parseOperation(
  operation: JsonValue,
  index: number,
  schema: ResourceSchema,
  quirks: QuirkLog,
): PatchOperation[] {
  if (!isObject(operation)) throw invalidSyntax(`Operation ${index + 1} must be a JSON object.`);
  const op = readOp(readKey(operation, "op"), index, quirks);
  const path = readKey(operation, "path") ?? "";
  const value = readKey(operation, "value");
  if (typeof path !== "string") throw invalidPath(`The path of operation ${index + 1} must be a string.`);
  if (path.trim() === "") return parseWithoutPath(op, value, schema, quirks);
  const target = parsePatchPath(path, schema, quirks);
  if (target.kind === "resource") return parseWithoutPath(op, value, schema, quirks);
  if (target.kind === "extension" && op !== "remove") {
    if (value === undefined) throw invalidValue(`"${op}" on "${path}" needs a "value".`);
    return expandValueObject({ op, schema, quirks }, { [target.urn]: value }, null);
  }
  return buildOperations({ op, schema, quirks, target, value, text: path });
}

/** Tolerance 1: Entra capitalises. */
function readOp(op: JsonValue | undefined, index: number, quirks: QuirkLog): OperationName {
  const given = typeof op === "string" ? op : "";
  const lower = given.toLowerCase();
  if (lower !== "add" && lower !== "replace" && lower !== "remove") {
    throw invalidSyntax(`The "op" of operation ${index + 1} must be "add", "replace" or "remove".`);
  }
  if (given !== lower) quirks.note("op_case", given);
  return lower;
}

function parseWithoutPath(
  op: OperationName,
  value: JsonValue | undefined,
  schema: ResourceSchema,
  quirks: QuirkLog,
): PatchOperation[] {
  if (op === "remove") throw noTarget('A "remove" needs a "path" (RFC 7644 section 3.5.2.2).');
  return expandValueObject({ op, schema, quirks }, value, null);
}

function readKey(object: JsonObject, name: string): JsonValue | undefined {
  const key = findKey(object, name);
  return key === undefined ? undefined : object[key];
}

function findKey(object: JsonObject, name: string): string | undefined {
  return Object.hasOwn(object, name) ? name : Object.keys(object).find((each) => each.toLowerCase() === name);
}
