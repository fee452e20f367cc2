import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** Reads a resource from the body of a POST or PUT. */
export function parseResource(schema: ResourceSchema, body: unknown, quirks: QuirkLog): Resource {
  throw new Error(`not built yet: ${schema.endpoint}${String(body)}${quirks.entries().length}`);
}
