import type { Filter } from "@/lib/scim/filter/filter";
import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/** Parses a filter. Throws invalidFilter. */
export function parseFilter(text: string, schema: ResourceSchema, quirks: QuirkLog): Filter {
  throw new Error(`not built yet: ${text}${schema.endpoint}${quirks.entries().length}`);
}
