import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";
import type { Bind } from "./filter-sql";

/** The `schemas` of a row as they are shown, for filters on them (RFC 7644 section 3.4.2.2): its core schema and the extensions it has data of. */
export function schemasAsJson({ core, extensions }: ResourceSchema, attributes: string, bind: Bind): string {
  const declared = bind(extensions.map((extension) => extension.id));
  return `(jsonb_build_array(${bind(core.id)}::text) || coalesce((select jsonb_agg(urn) from unnest(${declared}::text[]) urn where jsonb_typeof(${attributes}->urn) = 'object'), '[]'))`;
}
