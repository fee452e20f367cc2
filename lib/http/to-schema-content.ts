import type { SchemaContent } from "@/lib/connections/schemas/connection-schema";
import type { SchemaAttribute, SubAttribute, UpdateSchemaBody } from "@/lib/contracts/connection-schema";
import { DomainError } from "@/lib/errors";
import { ScimError } from "@/lib/scim/errors";
import { parseSchemaDefinition } from "@/lib/scim/schema/parse-schema-definition";

/** A schema of the API as the protocol core understands it. Throws `invalid_schema` with the place of the first mistake. */
export function toSchemaContent(urn: string, { name, description, attributes }: UpdateSchemaBody): SchemaContent {
  try {
    return parseSchemaDefinition({ id: urn, name, description, attributes: attributes.map(toAttribute) });
  } catch (error) {
    if (error instanceof ScimError) throw new DomainError("invalid", "invalid_schema", error.detail);
    throw error;
  }
}

function toAttribute({ sub_attributes: subAttributes, ...rest }: SchemaAttribute) {
  return { ...toCharacteristics(rest), ...(subAttributes === undefined ? {} : { subAttributes: subAttributes.map(toCharacteristics) }) };
}

function toCharacteristics(attribute: Omit<SubAttribute, "type"> & { type: string }) {
  const { multi_valued: multiValued, canonical_values: canonicalValues, case_exact: caseExact, reference_types: referenceTypes, ...rest } = attribute;
  return { ...rest, multiValued, canonicalValues, caseExact, referenceTypes };
}
