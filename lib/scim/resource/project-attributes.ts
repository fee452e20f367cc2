import type { Resource } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** Which attributes an answer shall hold (RFC 7644 section 3.9). */
export type Projection = {
  /** Whether the attribute (canonical or any case; `urn:attribute` for extensions) is part of the answer. */
  wants(attribute: string): boolean;
};

/** Reads `attributes` and `excludedAttributes`. */
export function parseProjection(
  schema: ResourceSchema,
  query: { attributes?: string | readonly string[]; excludedAttributes?: string | readonly string[] },
): Projection {
  throw new Error(`not built yet: ${schema.endpoint}${String(query.attributes)}`);
}

/** Leaves in a full resource what the projection wants. */
export function projectAttributes(schema: ResourceSchema, full: Resource, projection: Projection): Resource {
  throw new Error(`not built yet: ${schema.endpoint}${Object.keys(full).length}${String(projection)}`);
}
