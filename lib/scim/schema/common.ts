import { attribute, type AttributeDefinition } from "@/lib/scim/schema/definition";

/** Attributes of every resource, whatever its schema (RFC 7643 sections 3 and 3.1). */
export const commonAttributes: readonly AttributeDefinition[] = [
  attribute("schemas", "reference", "URNs of the schemas the resource uses", {
    multiValued: true,
    required: true,
    mutability: "readOnly",
    returned: "always",
    referenceTypes: ["uri"],
  }),
  attribute("id", "string", "Id that this service gave the resource", {
    required: true,
    caseExact: true,
    mutability: "readOnly",
    returned: "always",
    uniqueness: "server",
  }),
  attribute("externalId", "string", "Id that the identity provider gave the resource", { caseExact: true }),
  attribute("meta", "complex", "What this service knows about the resource", {
    mutability: "readOnly",
    subAttributes: [
      attribute("resourceType", "string", "Name of the resource type", { caseExact: true, mutability: "readOnly" }),
      attribute("created", "dateTime", "When the resource was added", { mutability: "readOnly" }),
      attribute("lastModified", "dateTime", "When the resource was last changed", { mutability: "readOnly" }),
      attribute("location", "reference", "Address of the resource", {
        caseExact: true,
        mutability: "readOnly",
        referenceTypes: ["uri"],
      }),
      attribute("version", "string", "Version of the resource, equal to its ETag", {
        caseExact: true,
        mutability: "readOnly",
      }),
    ],
  }),
];
