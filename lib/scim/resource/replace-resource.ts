import type { Resource } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** What a PUT leaves. */
export function replaceResource(schema: ResourceSchema, stored: Resource, incoming: Resource): Resource {
  throw new Error(`not built yet: ${schema.endpoint}${Object.keys(stored).length}${Object.keys(incoming).length}`);
}
