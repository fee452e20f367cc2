import { invalidPath } from "@/lib/scim/errors";
import { parseValueFilter } from "@/lib/scim/filter/parse-filter";
import { TokenCursor } from "@/lib/scim/filter/token-cursor";
import { tokenize } from "@/lib/scim/filter/tokenize";
import type { PatchTarget } from "@/lib/scim/patch/patch-operation";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { requireSafeName } from "@/lib/scim/resource/require-safe-json";
import { type AttributePath, formatAttributePath } from "@/lib/scim/schema/attribute-path";
import { resolveAttribute } from "@/lib/scim/schema/resolve-attribute";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** A path that names the whole resource: the URN of its core schema. */
type WholeResource = { readonly kind: "resource" };

/**
 * Parses the path of a PATCH operation by RFC 7644 section 3.5.2 (figure 7): `attr`, `attr.sub`, `attr[filter]`,
 * `attr[filter].sub`, each with or without a URN, or a URN alone. Throws invalidPath, or invalidFilter for what stands in
 * the brackets.
 */
export function parsePatchPath(text: string, schema: ResourceSchema, quirks: QuirkLog): PatchTarget | WholeResource {
  const cursor = new TokenCursor(tokenize(text, invalidPath), text);
  const name = cursor.take();
  if (name.kind !== "word") throw invalidPath(`"${abbreviate(text)}" is not the path of an attribute.`);
  const target = cursor.takeIf("[")
    ? parseElements(cursor, name.text, schema, quirks)
    : resolveTarget(name.text, schema, quirks);
  if (cursor.peek().kind !== "end") throw cursor.unexpected("the end of the path", invalidPath);
  return target;
}

function parseElements(cursor: TokenCursor, name: string, schema: ResourceSchema, quirks: QuirkLog): PatchTarget {
  const target = resolveTarget(name, schema, quirks);
  if (target.kind !== "attribute" || target.path.sub !== null || !target.path.attribute.multiValued) {
    throw invalidPath(`"${name}" has no elements that "[…]" could select.`);
  }
  const { path } = target;
  const valueFilter = cursor.nested("]", () => parseValueFilter(cursor, path, schema, quirks));
  return { kind: "attribute", path: { ...path, sub: parseSub(cursor, path, schema) }, valueFilter };
}

function parseSub(cursor: TokenCursor, path: AttributePath, schema: ResourceSchema): AttributePath["sub"] {
  const token = cursor.peek();
  if (token.kind === "end") return null;
  if (token.kind !== "word" || !token.text.startsWith(".")) throw cursor.unexpected("a sub-attribute", invalidPath);
  cursor.take();
  const name = token.text.slice(1);
  const sub = schema.subAttributes.get(path.attribute)?.get(name.toLowerCase());
  if (sub === undefined) throw invalidPath(`${formatAttributePath(path)} has no sub-attribute "${name}".`);
  return sub;
}

/** Names no schema knows are refused unless they belong to an unknown extension, which is kept as sent (tolerance 5). */
function resolveTarget(name: string, schema: ResourceSchema, quirks: QuirkLog): PatchTarget | WholeResource {
  const resolved = resolveAttribute(schema, name);
  switch (resolved.kind) {
    case "attribute":
      if (resolved.displaced) noteDisplaced(resolved.path, quirks);
      return { kind: "attribute", path: resolved.path, valueFilter: null };
    case "core":
      return { kind: "resource" };
    case "extension":
      return { kind: "extension", urn: resolved.schema.id };
    case "unknownSubAttribute":
      throw invalidPath(`"${resolved.attribute.name}" has no sub-attribute "${resolved.sub}".`);
    case "undeclared":
      return resolveUndeclared(resolved, name, schema, quirks);
  }
}

function noteDisplaced(path: AttributePath, quirks: QuirkLog): void {
  quirks.note(path.attribute.name === "manager" ? "manager_top_level" : "enterprise_top_level", path.attribute.name);
}

function resolveUndeclared(
  undeclared: { urn: string | null; name: string | null; sub?: string | null },
  text: string,
  schema: ResourceSchema,
  quirks: QuirkLog,
): PatchTarget {
  const { urn, name, sub = null } = undeclared;
  if (urn === null || schema.extensionsByUrn.has(urn.toLowerCase()) || !isUrn(urn)) {
    throw invalidPath(`"${abbreviate(text)}" is not an attribute of ${schema.resourceType}.`);
  }
  quirks.note("unknown_schema", urn);
  if (name === null) return { kind: "extension", urn };
  return { kind: "undeclared", urn, name: requireSafeName(name), sub: sub === null ? null : requireSafeName(sub) };
}

const isUrn = (text: string): boolean => text.toLowerCase().startsWith("urn:");
const abbreviate = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);
