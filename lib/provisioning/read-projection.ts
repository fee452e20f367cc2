import { parseProjection, type Projection } from "@/lib/scim/resource/project-attributes";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";
import type { ScimCall } from "./scim-call";

/** `attributes` and `excludedAttributes` of the query, as every method takes them (RFC 7644 section 3.9). */
export function readProjection(call: ScimCall, schema: ResourceSchema): Projection {
  const attributes = call.query.get("attributes");
  const excludedAttributes = call.query.get("excludedAttributes");
  return parseProjection(schema, { ...(attributes === null ? {} : { attributes }), ...(excludedAttributes === null ? {} : { excludedAttributes }) });
}
