import { invalidValue, mutability } from "@/lib/scim/errors";
import type { PatchOperation, PatchTarget } from "@/lib/scim/patch/patch-operation";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { unwrapSingleValue } from "@/lib/scim/quirks/wrapped-value";
import { coerceElement, coerceValue } from "@/lib/scim/resource/coerce-value";
import { parseMembers } from "@/lib/scim/resource/parse-members";
import { isObject, type JsonObject, type JsonValue } from "@/lib/scim/resource/resource";
import { isManager, isManagerId, isManagerReference, readReferenceId } from "@/lib/scim/quirks/manager";
import { type AttributePath, formatAttributePath } from "@/lib/scim/schema/attribute-path";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

export type OperationName = PatchOperation["op"];

/** An operation whose target is resolved but whose value is still as sent. */
type RawOperation = {
  op: OperationName;
  schema: ResourceSchema;
  quirks: QuirkLog;
  target: PatchTarget;
  value: JsonValue | undefined;
  text: string;
};

type AttributeTarget = Extract<PatchTarget, { kind: "attribute" }>;
type RawAttributeOperation = RawOperation & { target: AttributeTarget };

/**
 * Types the value of an operation and checks that its target may be written (RFC 7644 section 3.5.2). Mostly one
 * operation; none for the password, which is discarded (tolerance 28); several where a complex value clears
 * sub-attributes with null.
 */
export function buildOperations(raw: RawOperation): PatchOperation[] {
  const { op, target, value, text, quirks } = raw;
  if (target.kind === "attribute") return buildForAttribute({ ...raw, target });
  if (op === "remove") return [{ op, target, text }];
  if (value === undefined) throw missingValue(raw);
  if (value !== null) return [{ op, target, value, text }];
  quirks.note("null_value", target.urn ?? undefined);
  return [{ op: "remove", target, text }];
}

function buildForAttribute(raw: RawAttributeOperation): PatchOperation[] {
  const { op, schema, target, quirks } = raw;
  const { attribute } = target.path;
  if (attribute.name === "schemas") return [];
  requireWritable(target.path);
  if (attribute.mutability === "writeOnly") {
    quirks.note("password_discarded", attribute.name);
    return [];
  }
  if (schema.resourceType === "Group" && target.path.urn === null && attribute.name === "members") {
    return buildForMembers(raw);
  }
  const operations = op === "remove" ? buildRemove(raw) : buildWrite(raw, op);
  operations.forEach(requireClearable);
  return operations;
}

/** RFC 7644 section 3.5.2.2: what is required cannot be unassigned. */
function requireClearable({ op, target, value }: PatchOperation): void {
  if (op !== "remove" || target.kind !== "attribute" || value !== undefined) return;
  const { path, valueFilter } = target;
  const isWhole = path.sub !== null || valueFilter === null;
  if (isWhole && (path.sub ?? path.attribute).required) {
    throw mutability(`${formatAttributePath(path)} is required and cannot be removed.`);
  }
}

function requireWritable(path: AttributePath): void {
  if (path.attribute.mutability === "readOnly" || path.sub?.mutability === "readOnly") {
    throw mutability(`${formatAttributePath(path)} is read-only.`);
  }
}

/**
 * Tolerance 8, for every multi-valued attribute: a remove with a list takes only these away. A value that rides along on
 * anything else means nothing.
 */
function buildRemove({ op, schema, quirks, target, value, text }: RawAttributeOperation): PatchOperation[] {
  const { path, valueFilter } = target;
  const lists = path.attribute.multiValued && path.sub === null && valueFilter === null;
  if (!lists || value === undefined || value === null) return [{ op, target, text }];
  quirks.note("member_list_remove", path.attribute.name);
  return [{ op, target, value: coerceValue(schema, path, value, quirks) ?? [], text }];
}

function buildWrite(raw: RawAttributeOperation, op: "add" | "replace"): PatchOperation[] {
  const { quirks, target, text } = raw;
  if (raw.value === undefined) throw missingValue(raw);
  const value = unwrapSingleValue(target.path, raw.value, quirks);
  const manager = isManagerReference(target.path) && typeof value === "string" ? readReferenceId(value) : null;
  if (manager !== null) return buildWrite({ ...raw, value: { value: manager }, target: { ...target, path: { ...target.path, sub: null } } }, op);
  if (isManagerId(target.path) && value === "") {
    return buildWrite({ ...raw, target: { ...target, path: { ...target.path, sub: null } } }, op);
  }
  if (value === null) quirks.note("null_value", formatAttributePath(target.path));
  const coerced = coerceForTarget(raw, value);
  const cleared = clearNulls(raw, value);
  if (coerced === undefined) return unassign({ ...raw, value }, op, cleared);
  return [...cleared, { op, target, value: coerced, text }];
}

/** RFC 7643 section 2.5: to write null, [] or {} is to unassign; to add [] or {} is nothing. */
function unassign({ target, value, text }: RawAttributeOperation, op: "add" | "replace", cleared: PatchOperation[]) {
  if (cleared.length > 0) return cleared;
  if (op === "add" && value !== null && !isManager(target.path)) return [];
  return [{ op: "remove" as const, target, text }];
}

function coerceForTarget({ schema, quirks, target }: RawAttributeOperation, value: JsonValue): JsonValue | undefined {
  const { path, valueFilter } = target;
  if (valueFilter === null || path.sub !== null) return coerceValue(schema, path, value, quirks);
  const element = Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value;
  return coerceElement(schema, path, element, quirks);
}

/** `name: { middleName: null }` leaves the other parts of the name and clears this one. */
function clearNulls({ schema, target, text }: RawAttributeOperation, value: JsonValue): PatchOperation[] {
  const { path } = target;
  if (path.sub !== null || path.attribute.multiValued || isManager(path) || !isObject(value)) return [];
  return Object.entries(value).flatMap(([name, given]) => {
    const sub = given === null ? schema.subAttributes.get(path.attribute)?.get(name.toLowerCase()) : undefined;
    if (sub === undefined || sub.mutability === "readOnly") return [];
    return [{ op: "remove" as const, target: { ...target, path: { ...path, sub } }, text: `${text}.${sub.name}` }];
  });
}

/** A group's members are row operations: only ids matter (tolerances 8 to 12). */
function buildForMembers(raw: RawAttributeOperation): PatchOperation[] {
  const { op, quirks, target, value, text } = raw;
  if (target.path.sub !== null) throw mutability(`${formatAttributePath(target.path)} cannot be changed.`);
  if (op === "remove" && (value === undefined || value === null || target.valueFilter !== null)) {
    if (target.valueFilter === null) quirks.note("remove_all_members", text);
    return [{ op, target, text }];
  }
  if (value === undefined) throw missingValue(raw);
  if (op === "remove") quirks.note("member_list_remove", text);
  const members = parseMembers(value, quirks).map((id): JsonObject => ({ value: id }));
  return [{ op, target, value: members, text }];
}

const missingValue = ({ op, text }: RawOperation) => invalidValue(`"${op}" on "${text}" needs a "value".`);
