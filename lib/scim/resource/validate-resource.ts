import type { Resource } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** Checks a resource after PATCH. */
export function validateResource(schema: ResourceSchema, resource: Resource): Resource {
  throw new Error(`not built yet: ${schema.endpoint}${Object.keys(resource).length}`);
}
