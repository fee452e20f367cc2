import { notFound } from "@/lib/scim/errors";
import type { JsonObject, Resource } from "@/lib/scim/resource/resource";
import type { AttributeDefinition, SchemaDefinition } from "@/lib/scim/schema/definition";
import { groupResource, type ResourceSchema, userResource } from "@/lib/scim/schema/resource-schema";

const schemaSchema = "urn:ietf:params:scim:schemas:core:2.0:Schema";

const standardResources: readonly ResourceSchema[] = [userResource, groupResource];

/** All Schema resources, each once (RFC 7643 section 7). */
export function schemaDocuments(baseUrl: string, schemas: readonly ResourceSchema[] = standardResources): Resource[] {
  return listSchemas(schemas).map((schema) => presentSchema(baseUrl, schema));
}

/** One Schema resource by its URN in any case, or notFound. */
export function schemaDocument(
  baseUrl: string,
  id: string,
  schemas: readonly ResourceSchema[] = standardResources,
): Resource {
  const schema = listSchemas(schemas).find((each) => each.id.toLowerCase() === id.toLowerCase());
  if (schema === undefined) throw notFound(`There is no schema "${id}".`);
  return presentSchema(baseUrl, schema);
}

function listSchemas(schemas: readonly ResourceSchema[]): SchemaDefinition[] {
  const all = schemas.flatMap((schema) => [schema.core, ...schema.extensions]);
  return [...new Map(all.map((schema) => [schema.id.toLowerCase(), schema])).values()];
}

function presentSchema(baseUrl: string, schema: SchemaDefinition): Resource {
  return {
    schemas: [schemaSchema],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes: schema.attributes.map(presentAttribute),
    meta: { resourceType: "Schema", location: `${baseUrl}/Schemas/${schema.id}` },
  };
}

/** Characteristics in the order of RFC 7643 section 7. Entra refuses nulls, so what does not apply is left out. */
function presentAttribute(attribute: AttributeDefinition): JsonObject {
  return {
    name: attribute.name,
    type: attribute.type,
    ...(attribute.subAttributes === undefined ? {} : { subAttributes: attribute.subAttributes.map(presentAttribute) }),
    multiValued: attribute.multiValued,
    description: attribute.description,
    required: attribute.required,
    ...(attribute.canonicalValues === undefined ? {} : { canonicalValues: [...attribute.canonicalValues] }),
    caseExact: attribute.caseExact,
    mutability: attribute.mutability,
    returned: attribute.returned,
    uniqueness: attribute.uniqueness,
    ...(attribute.referenceTypes === undefined ? {} : { referenceTypes: [...attribute.referenceTypes] }),
  };
}
