import { describe, expect, test } from "vitest";
import { parseSchemaDefinition } from "@/lib/scim/schema/parse-schema-definition";

const minimal = { id: "urn:example:params:scim:schemas:Acme:2.0:User", name: "Acme", attributes: [{ name: "badge" }] };
const withAttribute = (...attributes: object[]) => ({ ...minimal, attributes });

describe("RFC 7643 section 7: custom schemas", () => {
  test("get the defaults of section 2.2", () => {
    expect(parseSchemaDefinition(minimal)).toEqual({
      id: minimal.id,
      name: "Acme",
      description: "",
      attributes: [
        {
          name: "badge",
          type: "string",
          description: "",
          multiValued: false,
          required: false,
          caseExact: false,
          mutability: "readWrite",
          returned: "default",
          uniqueness: "none",
        },
      ],
    });
  });

  test("may be complex; references and binaries are always case-exact", () => {
    const { attributes } = parseSchemaDefinition(
      withAttribute(
        { name: "desk", type: "complex", subAttributes: [{ name: "photo", type: "binary" }] },
        { name: "home", type: "reference", referenceTypes: ["external"] },
      ),
    );
    expect(attributes[0]?.subAttributes?.[0]?.caseExact).toBe(true);
    expect(attributes[1]?.caseExact).toBe(true);
  });

  test.each([
    [null, "expected object"],
    [{ ...minimal, id: "acme" }, "id: must be a URN"],
    [{ ...minimal, id: "urn:ietf:params:scim:schemas:core:2.0:User" }, "belongs to the SCIM standard"],
    [{ ...minimal, id: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:USER" }, "belongs to the SCIM standard"],
    [{ ...minimal, attributes: [] }, "attributes:"],
    [withAttribute({ name: "1st" }), "attributes.0.name: must start with a letter"],
    [withAttribute({ name: "a.b" }), "attributes.0.name: must start with a letter"],
    [withAttribute({ name: "__proto__" }), "attributes.0.name: must start with a letter"],
    [withAttribute({ name: "constructor" }), "attributes.0.name: is a reserved name"],
    [withAttribute({ name: "a" }, { name: "A" }), 'attributes: the name "A" occurs twice'],
    [withAttribute({ name: "a", type: "text" }), "attributes.0.type:"],
    [withAttribute({ name: "a", mutability: "writeOnly" }), "attributes.0.mutability:"],
    [withAttribute({ name: "a", uniqueness: "server" }), "attributes.0.uniqueness: can only be none"],
    [withAttribute({ name: "a", type: "complex" }), "a complex attribute needs subAttributes"],
    [withAttribute({ name: "a", subAttributes: [{ name: "b" }] }), "only a complex attribute has subAttributes"],
    [withAttribute({ name: "a", type: "complex", subAttributes: [{ name: "b", type: "complex" }] }), "attributes.0.subAttributes.0.type:"],
    [withAttribute({ name: "a", required: true, mutability: "readOnly" }), "cannot be required"],
    [withAttribute({ name: "a", referenceTypes: ["User"] }), "only a reference"],
    [withAttribute({ name: "a", type: "integer", canonicalValues: ["1"] }), "only a string"],
  ])("refuses %j", (input, detail) => {
    expect(() => parseSchemaDefinition(input)).toThrow(expect.objectContaining({ scimType: "invalidValue", message: expect.stringContaining(detail) as string }));
  });
});
