import type { QuirkLog } from "@/lib/scim/quirks/quirk-log";
import { type JsonObject, readTexts } from "@/lib/scim/resource/resource";
import type { ResourceSchema } from "@/lib/scim/schema/resource-schema";

/**
 * Tolerance 27: `schemas` may be missing, misspelt, or silent about an extension that the body holds. Nothing depends on
 * it; the deviation is only counted.
 */
export function noteSchemas(schema: ResourceSchema, body: JsonObject, quirks: QuirkLog): void {
  const schemas = readTexts(body.schemas);
  if (schemas.length === 0) {
    quirks.note("missing_schemas", schema.resourceType);
    return;
  }
  const declared = new Set(schemas.map((urn) => urn.toLowerCase()));
  for (const urn of declared) {
    if (!isKnown(schema, urn)) quirks.note("unknown_schema", urn);
  }
  for (const name of Object.keys(body)) {
    if (schema.extensionsByUrn.has(name.toLowerCase()) && !declared.has(name.toLowerCase())) {
      quirks.note("undeclared_schema", name);
    }
  }
}

const isKnown = (schema: ResourceSchema, urn: string): boolean =>
  urn === schema.core.id.toLowerCase() || schema.extensionsByUrn.has(urn);
