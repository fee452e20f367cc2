import { invalidFilter } from "@/lib/scim/errors";
import type { CompareOperator, Filter } from "@/lib/scim/filter/filter";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { type AttributePath, formatAttributePath } from "@/lib/scim/schema/attribute-path";
import { type ResolvedName, resolveAttribute } from "@/lib/scim/schema/resolve-attribute";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** Where names are looked up: in a resource, or in one element of a multi-valued attribute. */
export type FilterScope = {
  /** The attribute before a `[`, and where the names behind it are looked up. */
  list(name: string): { path: AttributePath; elements: FilterScope; isForeign: boolean };
  present(name: string): Filter;
  compare(name: string, operator: CompareOperator, build: (path: AttributePath) => Filter): Filter;
};

/** Names of a whole resource. What only one of `otherSchemas` knows counts as unassigned (root queries). */
export function resourceScope(
  schema: ResourceSchema,
  quirks: QuirkLog,
  otherSchemas: readonly ResourceSchema[] = [],
): FilterScope {
  const ownerOf = (name: string): ResourceSchema => {
    if (otherSchemas.length === 0) return schema;
    return [schema, ...otherSchemas].find((each) => resolveAttribute(each, name).kind === "attribute") ?? schema;
  };
  return {
    list: (name) => {
      const owner = ownerOf(name);
      const path = requireList(requireFilterable(owner, name, quirks));
      return { path, elements: valueScope(path, owner), isForeign: owner !== schema };
    },
    present: (name) =>
      ownerOf(name) !== schema
        ? { kind: "constant", value: false }
        : { kind: "present", path: requireFilterable(schema, name, quirks) },
    compare: (name, operator, build) =>
      ownerOf(name) !== schema
        ? { kind: "constant", value: operator === "ne" }
        : build(requireComparable(requireFilterable(schema, name, quirks), schema, quirks)),
  };
}

/** Names inside `path[…]`: sub-attributes, or `value` for the elements of a simple attribute. */
export function valueScope(path: AttributePath, schema: ResourceSchema): FilterScope {
  const resolve = (name: string): AttributePath => ({ ...path, sub: requireSub(path, schema, name) });
  return {
    list: (name) => {
      throw invalidFilter(`"${name}[…]" cannot stand inside the brackets of another attribute.`);
    },
    present: (name) => ({ kind: "present", path: resolve(name) }),
    compare: (name, _operator, build) => build(resolve(name)),
  };
}

function requireSub(path: AttributePath, schema: ResourceSchema, name: string): AttributePath["sub"] {
  if (path.attribute.type !== "complex" && name.toLowerCase() === "value") return null;
  const sub = schema.subAttributes.get(path.attribute)?.get(name.toLowerCase());
  if (sub === undefined) throw invalidFilter(`${formatAttributePath(path)} has no sub-attribute "${name}".`);
  return sub;
}

/** Tolerance 20: an unknown name is an error, since "no match" would make the client create the resource. */
function requireFilterable(schema: ResourceSchema, name: string, quirks: QuirkLog): AttributePath {
  const resolved = resolveAttribute(schema, name);
  if (resolved.kind !== "attribute") throw invalidFilter(describeUnknown(schema, name, resolved));
  if (resolved.path.attribute.returned === "never") {
    throw invalidFilter(`"${resolved.path.attribute.name}" cannot be used in a filter.`);
  }
  if (resolved.displaced) quirks.note("enterprise_top_level", name);
  return resolved.path;
}

function describeUnknown(schema: ResourceSchema, name: string, resolved: ResolvedName): string {
  if (resolved.kind === "unknownSubAttribute") return `"${resolved.attribute.name}" has no sub-attribute "${resolved.sub}".`;
  // PingOne's template asks for `email`.
  const plural = schema.attributes.get(`${name.toLowerCase()}s`);
  const hint = plural === undefined ? "" : ` Did you mean "${plural.name}"?`;
  return `"${name}" is not an attribute of ${schema.resourceType}.${hint}`;
}

function requireList(path: AttributePath): AttributePath {
  if (path.sub === null && (path.attribute.multiValued || path.attribute.type === "complex")) return path;
  throw invalidFilter(`${formatAttributePath(path)} has no elements that "[…]" could select.`);
}

/** Tolerance 20: `emails eq "x"` and `manager eq "x"` mean the `value` within. */
function requireComparable(path: AttributePath, schema: ResourceSchema, quirks: QuirkLog): AttributePath {
  if (path.sub !== null || path.attribute.type !== "complex") return path;
  const value = schema.subAttributes.get(path.attribute)?.get("value");
  if (value === undefined) throw invalidFilter(`"${path.attribute.name}" is complex: compare one of its sub-attributes.`);
  quirks.note("bare_multivalued_filter", path.attribute.name);
  return { ...path, sub: value };
}
