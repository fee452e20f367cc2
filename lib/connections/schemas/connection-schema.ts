/** One attribute as RFC 7643 section 7 has it, checked and complete. */
export type SchemaAttributeDefinition = {
  readonly name: string;
  readonly type: "string" | "boolean" | "decimal" | "integer" | "dateTime" | "reference" | "binary" | "complex";
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly canonicalValues?: readonly string[];
  readonly caseExact: boolean;
  readonly mutability: "readOnly" | "readWrite" | "immutable" | "writeOnly";
  readonly returned: "always" | "never" | "default" | "request";
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly SchemaAttributeDefinition[];
};

/** What an admin says of a schema; URN and resource type are for good. */
export type SchemaContent = { name: string; description: string; attributes: readonly SchemaAttributeDefinition[] };

/** A custom extension schema of one connection. */
export type ConnectionSchema = SchemaContent & {
  id: string;
  connectionId: string;
  urn: string;
  resourceType: "User" | "Group";
  createdAt: Date;
  updatedAt: Date;
};

/** The columns of a ConnectionSchema. */
export const schemaColumns = `id, connection_id AS "connectionId", urn, resource_type AS "resourceType", name, description, attributes,
  created_at AS "createdAt", updated_at AS "updatedAt"`;
