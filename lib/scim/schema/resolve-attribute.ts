import type { AttributePath } from "@/lib/scim/schema/attribute-path";
import type { AttributeDefinition, SchemaDefinition } from "@/lib/scim/schema/definition";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/**
 * What an attribute name stands for.
 *
 * - `attribute`: declared, in any spelling of RFC 7644 section 3.10. `displaced` says that an extension's attribute was
 *   named without its URN (tolerance 15).
 * - `core`, `extension`: the URN of a schema alone.
 * - `undeclared`: no schema knows it. With `name` null, `urn` is a whole unknown extension.
 */
export type ResolvedName =
  | { kind: "attribute"; path: AttributePath; displaced: boolean }
  | { kind: "core" }
  | { kind: "extension"; schema: SchemaDefinition }
  | { kind: "undeclared"; urn: string; name: null }
  | { kind: "undeclared"; urn: string | null; name: string; sub: string | null }
  | { kind: "unknownSubAttribute"; attribute: AttributeDefinition; sub: string };

/** Finds what a name means: `userName`, `name.givenName`, `urn:…:User:manager.value`, all in any case. */
export function resolveAttribute(schema: ResourceSchema, name: string): ResolvedName {
  return name.includes(":") ? resolveQualified(schema, name) : resolveUnqualified(schema, name);
}

function resolveUnqualified(schema: ResourceSchema, name: string): ResolvedName {
  const [attributeName, sub] = splitSubAttribute(name);
  const attribute = schema.attributes.get(attributeName.toLowerCase());
  if (attribute !== undefined) return resolveSub(schema, null, attribute, sub, false);
  return resolveDisplaced(schema, attributeName, sub);
}

/** Entra sends `manager` and `department` without their URN (tolerance 15). */
function resolveDisplaced(schema: ResourceSchema, attributeName: string, sub: string | null): ResolvedName {
  for (const entry of schema.extensionsByUrn.values()) {
    const attribute = entry.attributes.get(attributeName.toLowerCase());
    if (attribute !== undefined) return resolveSub(schema, entry.schema.id, attribute, sub, true);
  }
  return { kind: "undeclared", urn: null, name: attributeName, sub };
}

/** Splits after the longest registered URN and never at a dot: URNs hold version numbers (tolerance 5). */
function resolveQualified(schema: ResourceSchema, name: string): ResolvedName {
  const lower = name.toLowerCase();
  const registered = schema.urns.find(({ lower: urn }) => lower.startsWith(urn) && isEnd(lower, urn.length))?.schema;
  if (registered === undefined) return splitUnknownUrn(name);
  if (lower.length === registered.id.length) {
    return registered === schema.core ? { kind: "core" } : { kind: "extension", schema: registered };
  }
  return resolveInSchema(schema, registered, name.slice(registered.id.length + 1));
}

const isEnd = (name: string, at: number): boolean => at === name.length || name[at] === ":";

function resolveInSchema(schema: ResourceSchema, owner: SchemaDefinition, name: string): ResolvedName {
  const [attributeName, sub] = splitSubAttribute(name);
  const isCore = owner === schema.core;
  const attributes = isCore ? schema.attributes : schema.extensionsByUrn.get(owner.id.toLowerCase())?.attributes;
  const attribute = attributes?.get(attributeName.toLowerCase());
  const urn = isCore ? null : owner.id;
  if (attribute === undefined) return { kind: "undeclared", urn, name: attributeName, sub };
  return resolveSub(schema, urn, attribute, sub, false);
}

function resolveSub(
  schema: ResourceSchema,
  urn: string | null,
  attribute: AttributeDefinition,
  sub: string | null,
  displaced: boolean,
): ResolvedName {
  if (sub === null) return { kind: "attribute", path: { urn, attribute, sub: null }, displaced };
  const definition = schema.subAttributes.get(attribute)?.get(sub.toLowerCase());
  if (definition === undefined) return { kind: "unknownSubAttribute", attribute, sub };
  return { kind: "attribute", path: { urn, attribute, sub: definition }, displaced };
}

/**
 * An unregistered URN is `…:<version>:<resource>` alone, or with an attribute after its last colon. Okta's
 * `urn:okta:custom:group:1.0` ends with the version.
 */
function splitUnknownUrn(name: string): ResolvedName {
  const segments = name.split(":");
  const version = segments.findLastIndex(isVersion);
  const last = segments.length - 1;
  if (version === -1 || last <= version + 1) return { kind: "undeclared", urn: name, name: null };
  const [attributeName, sub] = splitSubAttribute(segments[last] ?? "");
  return { kind: "undeclared", urn: segments.slice(0, last).join(":"), name: attributeName, sub };
}

const isVersion = (segment: string): boolean => segment !== "" && Number.isFinite(Number(segment));

function splitSubAttribute(name: string): [string, string | null] {
  const dot = name.indexOf(".");
  return dot === -1 ? [name, null] : [name.slice(0, dot), name.slice(dot + 1)];
}
