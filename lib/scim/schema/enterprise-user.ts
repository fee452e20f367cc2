import { attribute, type SchemaDefinition } from "@/lib/scim/schema/definition";

export const enterpriseUserSchemaId = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** The enterprise extension of RFC 7643 section 4.3. */
export const enterpriseUserSchema: SchemaDefinition = {
  id: enterpriseUserSchemaId,
  name: "EnterpriseUser",
  description: "What an organization knows of an employee",
  attributes: [
    attribute("employeeNumber", "string", "Number or code that the organization gave the person"),
    attribute("costCenter", "string", "Name of a cost center"),
    attribute("organization", "string", "Name of an organization"),
    attribute("division", "string", "Name of a division"),
    attribute("department", "string", "Name of a department"),
    attribute("manager", "complex", "The person's manager", {
      subAttributes: [
        attribute("value", "string", "Id of the manager's User resource", { caseExact: true }),
        attribute("$ref", "reference", "Address of the manager's User resource", {
          caseExact: true,
          referenceTypes: ["User"],
        }),
        attribute("displayName", "string", "Name of the manager", { mutability: "readOnly" }),
      ],
    }),
  ],
};
