import { notFound } from "@/lib/scim/errors";
import type { Resource } from "@/lib/scim/resource/resource";
import { groupResource, type ResourceSchema, userResource } from "@/lib/scim/schema/resource-schema";

const resourceTypeSchema = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

const standardResources: readonly ResourceSchema[] = [userResource, groupResource];

/** All ResourceType resources (RFC 7643 section 6). */
export function resourceTypes(baseUrl: string, schemas: readonly ResourceSchema[] = standardResources): Resource[] {
  return schemas.map((schema) => presentResourceType(baseUrl, schema));
}

/** One ResourceType by its name, or notFound. */
export function resourceType(
  baseUrl: string,
  id: string,
  schemas: readonly ResourceSchema[] = standardResources,
): Resource {
  const schema = schemas.find((each) => each.resourceType.toLowerCase() === id.toLowerCase());
  if (schema === undefined) throw notFound(`There is no resource type "${id}".`);
  return presentResourceType(baseUrl, schema);
}

function presentResourceType(baseUrl: string, schema: ResourceSchema): Resource {
  return {
    schemas: [resourceTypeSchema],
    id: schema.resourceType,
    name: schema.resourceType,
    description: schema.core.description,
    endpoint: schema.endpoint,
    schema: schema.core.id,
    schemaExtensions: schema.extensions.map((extension) => ({ schema: extension.id, required: false })),
    meta: { resourceType: "ResourceType", location: `${baseUrl}/ResourceTypes/${schema.resourceType}` },
  };
}
