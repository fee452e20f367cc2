import { z } from "zod";

export const schemaResourceTypes = ["User", "Group"] as const;

/** Data types of RFC 7643 section 2.3 that have no parts. */
export const simpleAttributeTypes = ["string", "boolean", "integer", "decimal", "dateTime", "reference", "binary"] as const;

/** RFC 7643 section 2.1. */
const AttributeName = z.string().trim().min(1).max(80).regex(/^[A-Za-z][\w$-]*$/, "attribute_name");

const characteristics = {
  name: AttributeName,
  description: z.string().max(1_000).default(""),
  multi_valued: z.boolean().default(false),
  required: z.boolean().default(false),
  canonical_values: z.array(z.string().max(256)).max(100).optional(),
  case_exact: z.boolean().default(false),
  mutability: z.enum(["readOnly", "readWrite", "immutable"]).default("readWrite"),
  returned: z.enum(["always", "never", "default", "request"]).default("default"),
  reference_types: z.array(z.string().max(256)).max(20).optional(),
};

const SubAttribute = z.object({ ...characteristics, type: z.enum(simpleAttributeTypes).default("string") });

/** One attribute with the characteristics of RFC 7643 section 7; what is left out has the defaults of section 2.2. */
export const SchemaAttribute = z.object({
  ...characteristics,
  type: z.enum([...simpleAttributeTypes, "complex"]).default("string"),
  sub_attributes: z.array(SubAttribute).max(50).optional(),
});
export type SchemaAttribute = z.infer<typeof SchemaAttribute>;
export type SubAttribute = z.infer<typeof SubAttribute>;

/** PUT …/schemas/{schema}: what can change. URN and resource type stay: what was provisioned is stored under them. */
export const UpdateSchemaBody = z.object({
  name: z.string().trim().min(1).max(100),
  description: z.string().trim().max(1_000).default(""),
  attributes: z.array(SchemaAttribute).min(1).max(100),
});
export type UpdateSchemaBody = z.infer<typeof UpdateSchemaBody>;

/** POST …/schemas */
export const CreateSchemaBody = UpdateSchemaBody.extend({
  urn: z.string().trim().max(200).regex(/^urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:[\w.:-]*\w$/i, "schema_urn"),
  resource_type: z.enum(schemaResourceTypes).default("User"),
});
export type CreateSchemaBody = z.infer<typeof CreateSchemaBody>;

/** A schema as the API answers it. */
export const ConnectionSchemaWire = z.object({
  schema_id: z.string(),
  connection_id: z.string(),
  urn: z.string(),
  resource_type: z.enum(schemaResourceTypes),
  name: z.string(),
  description: z.string(),
  attributes: z.array(SchemaAttribute),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type ConnectionSchemaWire = z.infer<typeof ConnectionSchemaWire>;
