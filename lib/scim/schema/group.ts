import { attribute, type SchemaDefinition } from "@/lib/scim/schema/definition";

const groupSchemaId = "urn:ietf:params:scim:schemas:core:2.0:Group";

/** The Group of RFC 7643 section 4.2; its text makes displayName required, the JSON of section 8.7.1 forgot to. */
export const groupSchema: SchemaDefinition = {
  id: groupSchemaId,
  name: "Group",
  description: "A group of people and groups",
  attributes: [
    attribute("displayName", "string", "Name of the group, unique within the connection", {
      required: true,
      uniqueness: "server",
    }),
    attribute("members", "complex", "Who belongs to the group", {
      multiValued: true,
      subAttributes: [
        attribute("value", "string", "Id of the member", { mutability: "immutable", caseExact: true }),
        attribute("$ref", "reference", "Address of the member", {
          mutability: "immutable",
          caseExact: true,
          referenceTypes: ["User", "Group"],
        }),
        attribute("display", "string", "Name of the member", { mutability: "readOnly" }),
        attribute("type", "string", "User or Group", { mutability: "immutable", canonicalValues: ["User", "Group"] }),
      ],
    }),
  ],
};
