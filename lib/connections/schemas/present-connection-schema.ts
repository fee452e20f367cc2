import type { ConnectionSchemaWire, SchemaAttribute, SubAttribute } from "@/lib/contracts/connection-schema";
import type { ConnectionSchema, SchemaAttributeDefinition } from "./connection-schema";

/** A schema in the management API's words. */
export function presentConnectionSchema(schema: ConnectionSchema): ConnectionSchemaWire {
  return {
    schema_id: `scim-schema-${schema.id}`,
    connection_id: `scim-connection-${schema.connectionId}`,
    urn: schema.urn,
    resource_type: schema.resourceType,
    name: schema.name,
    description: schema.description,
    attributes: schema.attributes.map(presentAttribute),
    created_at: schema.createdAt.toISOString(),
    updated_at: schema.updatedAt.toISOString(),
  };
}

function presentAttribute(attribute: SchemaAttributeDefinition): SchemaAttribute {
  const { subAttributes } = attribute;
  const presented = { ...presentCharacteristics(attribute), type: attribute.type };
  return subAttributes === undefined ? presented : { ...presented, sub_attributes: subAttributes.map(presentSubAttribute) };
}

/** A sub-attribute has no parts of its own (RFC 7643 section 2.3.8), and none was let in. */
function presentSubAttribute(attribute: SchemaAttributeDefinition): SubAttribute {
  return { ...presentCharacteristics(attribute), type: attribute.type === "complex" ? "string" : attribute.type };
}

function presentCharacteristics(attribute: SchemaAttributeDefinition): Omit<SubAttribute, "type"> {
  const { name, description, multiValued, required, canonicalValues, caseExact, mutability, returned, referenceTypes } = attribute;
  return {
    name,
    description,
    multi_valued: multiValued,
    required,
    ...(canonicalValues === undefined ? {} : { canonical_values: [...canonicalValues] }),
    case_exact: caseExact,
    // A custom attribute is never writeOnly: parseSchemaDefinition does not let it in.
    mutability: mutability === "writeOnly" ? "readWrite" : mutability,
    returned,
    ...(referenceTypes === undefined ? {} : { reference_types: [...referenceTypes] }),
  };
}
