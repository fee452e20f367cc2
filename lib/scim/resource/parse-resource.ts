import { invalidValue } from "@/lib/scim/errors";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { coerceValue } from "@/lib/scim/resource/coerce-value";
import { noteSchemas } from "@/lib/scim/resource/note-schemas";
import { requireSafeName, requireSafeObject } from "@/lib/scim/resource/require-safe-json";
import { isObject, type JsonObject, type JsonValue, type Resource } from "@/lib/scim/resource/resource";
import { validateResource } from "@/lib/scim/resource/validate-resource";
import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import { type ResolvedName, resolveAttribute } from "@/lib/scim/schema/resolve-attribute";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/**
 * Reads a resource from the body of a POST or PUT (RFC 7644 sections 3.3 and 3.5.1): canonical names, typed values, nulls
 * dropped, read-only attributes ignored (tolerance 24), the password discarded (28), unknown attributes kept (27). Leaves
 * out a group's `members`: see parseMembers. Throws invalidSyntax or invalidValue.
 */
export function parseResource(schema: ResourceSchema, body: unknown, quirks: QuirkLog): Resource {
  return parseReplacement(schema, body, quirks).resource;
}

/** The same for a PUT, with the attributes that the body names, also those it clears, as `attributeKey` writes them. */
export function parseReplacement(schema: ResourceSchema, body: unknown, quirks: QuirkLog): { resource: Resource; named: ReadonlySet<string> } {
  const object = requireSafeObject(body, `A ${schema.resourceType}`);
  noteSchemas(schema, object, quirks);
  const reading: Reading = { schema, quirks, resource: {}, named: new Set() };
  readAttributes(reading, object, "");
  return { resource: validateResource(schema, reading.resource), named: reading.named };
}

/** A name for an attribute of the resource, of an extension, or for a whole unknown extension. */
export const attributeKey = (urn: string | null, name: string | null): string => [urn, name].filter((part) => part !== null).join(":").toLowerCase();

type Reading = { schema: ResourceSchema; quirks: QuirkLog; resource: Resource; named: Set<string> };

/** Reads the attributes of an object; `prefix` is the URN of the extension it belongs to, with its colon. */
function readAttributes(reading: Reading, object: JsonObject, prefix: string): void {
  for (const [key, value] of Object.entries(object)) readAttribute(reading, `${prefix}${key}`, value);
}

function readAttribute(reading: Reading, name: string, value: JsonValue): void {
  const resolved = resolveAttribute(reading.schema, name);
  switch (resolved.kind) {
    case "attribute":
      reading.named.add(attributeKey(resolved.path.urn, resolved.path.attribute.name));
      if (resolved.displaced) readDisplaced(reading, resolved.path, value);
      else readDeclared(reading, resolved.path, value);
      return;
    case "core":
      readExtension(reading, name, "", value);
      return;
    case "extension":
      readExtension(reading, name, `${resolved.schema.id}:`, value);
      return;
    case "undeclared":
      reading.named.add(attributeKey(resolved.urn, resolved.name));
      readUndeclared(reading, resolved, value);
      return;
    case "unknownSubAttribute":
      throw invalidValue(`"${resolved.attribute.name}" has no sub-attribute "${resolved.sub}".`);
  }
}

function readDeclared({ schema, quirks, resource }: Reading, path: AttributePath, value: JsonValue): void {
  const { attribute } = path;
  if (attribute.mutability === "readOnly") {
    if (attribute.name !== "schemas") quirks.note("read_only_ignored", attribute.name);
  } else if (attribute.mutability === "writeOnly") {
    if (attribute.name === "password") quirks.note("password_discarded", "password");
  } else if (!isMembers(schema, path)) {
    if (value === null) quirks.note("null_value", attribute.name);
    place(resource, path, coerceValue(schema, path, value, quirks));
  }
}

const isMembers = (schema: ResourceSchema, { urn, attribute }: AttributePath): boolean =>
  schema.resourceType === "Group" && urn === null && attribute.name === "members";

/** Tolerance 15: an enterprise attribute beside the core ones; the extension's own object wins. */
function readDisplaced(reading: Reading, path: AttributePath, value: JsonValue): void {
  const { resource, quirks } = reading;
  if (value === null) return;
  quirks.note(path.attribute.name === "manager" ? "manager_top_level" : "enterprise_top_level", path.attribute.name);
  const extension = path.urn === null ? undefined : resource[path.urn];
  if (isObject(extension) && extension[path.attribute.name] !== undefined) return;
  readDeclared(reading, path, value);
}

function place(resource: Resource, path: AttributePath, value: JsonValue | undefined): void {
  if (value === undefined) return;
  const container = path.urn === null ? resource : extensionOf(resource, path.urn);
  const { name } = path.attribute;
  if (path.sub === null) container[name] = value;
  else container[name] = { ...(isObject(container[name]) ? container[name] : {}), [path.sub.name]: value };
}

function extensionOf(resource: Resource, urn: string): JsonObject {
  const found = resource[urn];
  if (isObject(found)) return found;
  const made: JsonObject = {};
  resource[urn] = made;
  return made;
}

function readExtension(reading: Reading, name: string, prefix: string, value: JsonValue): void {
  if (value === null) reading.quirks.note("null_value", name);
  else if (isObject(value)) readAttributes(reading, value, prefix);
  else throw invalidValue(`"${name}" must be a JSON object.`);
}

type Undeclared = Extract<ResolvedName, { kind: "undeclared" }>;

/** RFC 7643 section 3.3 lets clients send what we do not know; it is kept as sent. */
function readUndeclared({ quirks, resource }: Reading, undeclared: Undeclared, value: JsonValue): void {
  if (value === null) return;
  const { urn, name } = undeclared;
  quirks.note(urn === null ? "unknown_attribute" : "unknown_schema", urn ?? name ?? undefined);
  if (name === null) {
    resource[urn] = value;
    return;
  }
  const container = urn === null ? resource : extensionOf(resource, urn);
  container[requireSafeName(undeclared.sub === null ? name : `${name}.${undeclared.sub}`)] = value;
}
