import { commonAttributes } from "@/lib/scim/schema/common";
import type { AttributeDefinition, SchemaDefinition } from "@/lib/scim/schema/definition";
import { enterpriseUserSchema } from "@/lib/scim/schema/enterprise-user";
import { groupSchema } from "@/lib/scim/schema/group";
import { userSchema } from "@/lib/scim/schema/user";

export type ResourceType = "User" | "Group";

/**
 * A resource type with its core schema and its extensions, and the look-up tables that validation, projection, filters
 * and PATCH share. Build it once per set of extensions and keep it.
 */
export type ResourceSchema = {
  readonly resourceType: ResourceType;
  readonly endpoint: "/Users" | "/Groups";
  readonly core: SchemaDefinition;
  readonly extensions: readonly SchemaDefinition[];
  /** Common and core attributes by lower-case name. */
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
  /** Extensions by lower-case URN. */
  readonly extensionsByUrn: ReadonlyMap<string, SchemaEntry>;
  /** All schemas by lower-case URN, the longest first: a URN may begin with another one. */
  readonly urns: readonly { readonly lower: string; readonly schema: SchemaDefinition }[];
  /** Sub-attributes of every complex attribute, by lower-case name. */
  readonly subAttributes: ReadonlyMap<AttributeDefinition, ReadonlyMap<string, AttributeDefinition>>;
  /** Canonical names of the common and core attributes, URNs of the extensions, and `urn:attribute` for theirs: what a resource may hold. */
  readonly declared: ReadonlySet<string>;
  /** Whether a stored attribute is returned always, never or on request only, so that even a full answer needs work. */
  readonly hasUnusualReturns: boolean;
};

/** An extension with its attributes by lower-case name. */
type SchemaEntry = {
  readonly schema: SchemaDefinition;
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
};

/** A resource type with the standard extensions and the connection's own (RFC 7643 sections 3.3 and 6). */
export function buildResourceSchema(
  resourceType: ResourceType,
  customExtensions: readonly SchemaDefinition[] = [],
): ResourceSchema {
  const core = resourceType === "User" ? userSchema : groupSchema;
  const extensions = resourceType === "User" ? [enterpriseUserSchema, ...customExtensions] : [...customExtensions];
  const extensionAttributes = extensions.flatMap((each) => each.attributes);
  return {
    resourceType,
    endpoint: resourceType === "User" ? "/Users" : "/Groups",
    core,
    extensions,
    attributes: byLowerCaseName([...commonAttributes, ...core.attributes]),
    extensionsByUrn: new Map(
      extensions.map((schema) => [schema.id.toLowerCase(), { schema, attributes: byLowerCaseName(schema.attributes) }]),
    ),
    urns: [core, ...extensions]
      .map((schema) => ({ lower: schema.id.toLowerCase(), schema }))
      .sort((a, b) => b.lower.length - a.lower.length),
    declared: new Set([
      ...[...commonAttributes, ...core.attributes].map((each) => each.name),
      ...extensions.flatMap((schema) => [schema.id, ...schema.attributes.map((each) => `${schema.id}:${each.name}`)]),
    ]),
    subAttributes: indexSubAttributes([...commonAttributes, ...core.attributes, ...extensionAttributes]),
    hasUnusualReturns: extensionAttributes.some(isUnusual),
  };
}

function byLowerCaseName(attributes: readonly AttributeDefinition[]): Map<string, AttributeDefinition> {
  return new Map(attributes.map((each) => [each.name.toLowerCase(), each]));
}

function indexSubAttributes(attributes: readonly AttributeDefinition[]): ResourceSchema["subAttributes"] {
  return new Map(attributes.map((each) => [each, byLowerCaseName(each.subAttributes ?? [])]));
}

/** The core's only such attributes are `id` and `schemas`, always there, and the password, never stored. */
function isUnusual({ returned, subAttributes = [] }: AttributeDefinition): boolean {
  return returned !== "default" || subAttributes.some(isUnusual);
}

/** Users without custom extensions. */
export const userResource: ResourceSchema = buildResourceSchema("User");

/** Groups without custom extensions. */
export const groupResource: ResourceSchema = buildResourceSchema("Group");
