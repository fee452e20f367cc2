import { invalidPath, invalidValue } from "@/lib/scim/errors";
import { buildOperations, type OperationName } from "@/lib/scim/patch/build-operations";
import { parsePatchPath } from "@/lib/scim/patch/parse-patch-path";
import type { PatchOperation } from "@/lib/scim/patch/patch-operation";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { requireSafeName } from "@/lib/scim/resource/require-safe-json";
import { isObject, type JsonValue } from "@/lib/scim/resource/resource";
import { type ResolvedName, resolveAttribute } from "@/lib/scim/schema/resolve-attribute";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

type Expansion = { op: Exclude<OperationName, "remove">; schema: ResourceSchema; quirks: QuirkLog };

/**
 * Tolerances 3 to 6 and 11: an add or replace without `path` carries an object. Each of its keys is a path: a plain name,
 * `name.givenName`, `urn:…:User:department`, `emails[type eq "work"].value`, or the URN of an extension that holds an
 * object. `urn` is the extension that the keys belong to, null for the resource. Read-only keys such as `id` are ignored.
 */
export function expandValueObject(
  expansion: Expansion,
  value: JsonValue | undefined,
  urn: string | null,
): PatchOperation[] {
  if (!isObject(value)) {
    throw invalidValue(`"${expansion.op}" ${urn === null ? 'without "path"' : `on "${urn}"`} needs a JSON object as "value".`);
  }
  return Object.entries(value).flatMap(([key, each]) =>
    isOfUnknownSchema(expansion.schema, urn)
      ? buildUndeclared(expansion, { urn, name: key, sub: null }, each, key)
      : expandKey(expansion, urn === null ? key : `${urn}:${key}`, key, each),
  );
}

function expandKey(expansion: Expansion, name: string, key: string, value: JsonValue): PatchOperation[] {
  if (name.includes("[")) return expandFilteredKey(expansion, name, value);
  const resolved = resolveAttribute(expansion.schema, name);
  switch (resolved.kind) {
    case "attribute":
      return expandAttribute(expansion, resolved, key, value);
    case "core":
      return expandValueObject(expansion, value, null);
    case "extension":
      return expandExtension(expansion, resolved.schema.id, value);
    case "undeclared":
      return expandUndeclared(expansion, resolved, key, value);
    case "unknownSubAttribute":
      throw invalidPath(`"${resolved.attribute.name}" has no sub-attribute "${resolved.sub}".`);
  }
}

function expandFilteredKey(expansion: Expansion, name: string, value: JsonValue): PatchOperation[] {
  const target = parsePatchPath(name, expansion.schema, expansion.quirks);
  if (target.kind !== "attribute") throw invalidPath(`"${name}" is not the path of an attribute.`);
  expansion.quirks.note("filtered_key", target.path.attribute.name);
  return buildOperations({ ...expansion, target, value, text: name });
}

function expandAttribute(
  expansion: Expansion,
  { path, displaced }: Extract<ResolvedName, { kind: "attribute" }>,
  key: string,
  value: JsonValue,
): PatchOperation[] {
  const { quirks } = expansion;
  if ((path.sub ?? path.attribute).mutability === "readOnly" || path.attribute.mutability === "readOnly") {
    if (path.attribute.name !== "schemas") quirks.note("read_only_ignored", path.attribute.name);
    return [];
  }
  if (value === null && path.urn === null && path.attribute.name === "active") {
    // As in a PUT without it (tolerance 25): a state that is not given stays.
    quirks.note("null_value", "active");
    return [];
  }
  if (displaced) quirks.note(path.attribute.name === "manager" ? "manager_top_level" : "enterprise_top_level", key);
  else if (key.includes(":")) quirks.note("urn_key", key);
  else if (path.sub !== null) quirks.note("dotted_key", key);
  return buildOperations({ ...expansion, target: { kind: "attribute", path, valueFilter: null }, value, text: key });
}

function expandExtension(expansion: Expansion, urn: string, value: JsonValue): PatchOperation[] {
  if (value !== null) return expandValueObject(expansion, value, urn);
  expansion.quirks.note("null_value", urn);
  return [{ op: "remove", target: { kind: "extension", urn }, text: urn }];
}

function expandUndeclared(
  expansion: Expansion,
  resolved: Extract<ResolvedName, { kind: "undeclared" }>,
  key: string,
  value: JsonValue,
): PatchOperation[] {
  if (resolved.name !== null) return buildUndeclared(expansion, resolved, value, key);
  if (isObject(value) || value === null) return expandExtension(expansion, resolved.urn, value);
  return buildUndeclared(expansion, { urn: null, name: resolved.urn, sub: null }, value, key);
}

type Undeclared = { urn: string | null; name: string; sub: string | null };

/** What no schema knows is kept as sent (RFC 7643 section 3.3 for extensions; tolerance 27). */
function buildUndeclared(
  { op, schema, quirks }: Expansion,
  { urn, name, sub }: Undeclared,
  value: JsonValue,
  text: string,
): PatchOperation[] {
  requireSafeName(name);
  requireSafeName(sub ?? "");
  quirks.note(urn === null || !isOfUnknownSchema(schema, urn) ? "unknown_attribute" : "unknown_schema", urn ?? name);
  const target = { kind: "undeclared", urn, name, sub } as const;
  return [value === null ? { op: "remove", target, text } : { op, target, value, text }];
}

const isOfUnknownSchema = (schema: ResourceSchema, urn: string | null): boolean =>
  urn !== null && !schema.extensionsByUrn.has(urn.toLowerCase());

