import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScimError } from "@/lib/scim/errors";
import { createQuirkLog, type QuirkCode, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { parseResource } from "@/lib/scim/resource/parse-resource";
import type { Resource } from "@/lib/scim/resource/resource";
import { attribute } from "@/lib/scim/schema/definition";
import { buildResourceSchema, groupResource, userResource } from "@/lib/scim/schema/resource-schema";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const parse = (body: unknown, schema = userResource): Resource => parseResource(schema, body, silentQuirkLog);

function quirksOf(body: unknown): QuirkCode[] {
  const quirks = createQuirkLog();
  parseResource(userResource, body, quirks);
  return quirks.entries().map(({ code }) => code);
}

function refusal(body: unknown, schema = userResource): ScimError {
  try {
    parse(body, schema);
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error("the resource was accepted");
}

describe("RFC 7644 section 3.3: creating resources", () => {
  test("reads Okta's POST", () => {
    expect(
      parse({
        schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
        userName: "test.user@okta.local",
        name: { givenName: "Test", familyName: "User" },
        emails: [{ primary: true, value: "test.user@okta.local", type: "work" }],
        displayName: "Test User",
        locale: "en-US",
        externalId: "00ujl29u0le5T6Aj10h7",
        groups: [],
        password: "1mz050nq",
        active: true,
      }),
    ).toEqual({
      userName: "test.user@okta.local",
      name: { givenName: "Test", familyName: "User" },
      emails: [{ primary: true, value: "test.user@okta.local", type: "work" }],
      displayName: "Test User",
      locale: "en-US",
      externalId: "00ujl29u0le5T6Aj10h7",
      active: true,
    });
  });

  test("spells names as the schema does", () => {
    expect(parse({ USERNAME: "x", Name: { GIVENNAME: "G" }, [enterprise.toUpperCase()]: { Department: "D" } })).toEqual({
      userName: "x",
      name: { givenName: "G" },
      [enterprise]: { department: "D" },
    });
  });

  test("keeps values as sent: Entra would send the change again each cycle", () => {
    const phoneNumbers = [{ value: "+49 (0) 30 / 1234", type: "Work" }];
    expect(parse({ userName: "x", phoneNumbers }).phoneNumbers).toEqual(phoneNumbers);
  });

  test.each([null, [], "x", 7, undefined])("refuses %j with invalidSyntax", (body) => {
    expect(refusal(body)).toMatchObject({ status: 400, scimType: "invalidSyntax" });
  });

  test.each([
    {},
    { userName: "" },
    { userName: null },
    { userName: 7 },
    { userName: "x", active: "perhaps" },
    { userName: "x", name: "Babs" },
    { userName: "x", emails: [{ value: 7 }] },
    { userName: "x", emails: [7] },
    { userName: "x", emails: [{ value: "a", primary: true }, { value: "b", primary: true }] },
    { userName: "x", x509Certificates: [{ value: "-----BEGIN CERTIFICATE-----" }] },
    { userName: "x".repeat(513) },
    { userName: "x", externalId: "x".repeat(513) },
    { userName: "x", emails: [{ value: "x".repeat(513) }] },
    { userName: "x", [enterprise]: "x" },
    { userName: "x", [enterprise]: { department: ["x"] } },
  ])("refuses %j with invalidValue", (body) => {
    expect(refusal(body)).toMatchObject({ status: 400, scimType: "invalidValue" });
  });

  test("binaries are base64", () => {
    const x509Certificates = [{ value: "MIIDQzCCAqyg\nAwIBAgICEAAw==" }];
    expect(parse({ userName: "x", x509Certificates }).x509Certificates).toEqual(x509Certificates);
  });

  test("texts that nothing is found by may be long", () => {
    expect(parse({ userName: "x", title: "x".repeat(50_000) }).title).toHaveLength(50_000);
  });

  test("a group needs a displayName; its members are read apart", () => {
    expect(parse({ displayName: "G", members: [{ value: "1" }] }, groupResource)).toEqual({ displayName: "G" });
    expect(refusal({ members: [] }, groupResource).scimType).toBe("invalidValue");
  });

  test("the same value of the same type counts once", () => {
    const emails = [{ value: "a", type: "work" }, { value: "a", type: "home" }, { type: "work", value: "a" }];
    expect(parse({ userName: "x", emails }).emails).toEqual(emails.slice(0, 2));
  });
});

describe("RFC 7643 section 2.3: data types", () => {
  const urn = "urn:acme:2.0:User";
  const schema = buildResourceSchema("User", [
    {
      id: urn,
      name: "Acme",
      description: "",
      attributes: [
        attribute("level", "integer", ""),
        attribute("rate", "decimal", ""),
        attribute("hired", "dateTime", ""),
        attribute("tags", "string", "", { multiValued: true }),
        attribute("desk", "complex", "", {
          subAttributes: [attribute("floor", "integer", "", { required: true }), attribute("seat", "string", "")],
        }),
      ],
    },
  ]);

  test("custom extensions are typed like the core", () => {
    const values = { level: 7, rate: 1.5, hired: "2026-01-31T12:00:00Z", tags: ["a", "b"], desk: { floor: 3 } };
    expect(parse({ userName: "x", [urn]: { ...values, tags: ["a", "b", "a"] } }, schema)).toEqual({ userName: "x", [urn]: values });
  });

  test("numbers sent as text are read and counted, like booleans", () => {
    const quirks = createQuirkLog();
    const body = { userName: "x", [urn]: { level: "7", rate: " 1.5e1 ", desk: { floor: "-3" } } };
    expect(parseResource(schema, body, quirks)[urn]).toEqual({ level: 7, rate: 15, desk: { floor: -3 } });
    expect(quirks.entries().find(({ code }) => code === "string_number")).toMatchObject({ count: 3, sample: `${urn}:desk.floor` });
  });

  test.each([{ level: 1.5 }, { level: "7.5" }, { level: "0x7" }, { level: "" }, { rate: "x" }, { hired: "2026-02-30T00:00:00Z" }, { tags: [7] }, { desk: { seat: "a" } }])(
    "refuses %j",
    (values) => {
      expect(refusal({ userName: "x", [urn]: values }, schema).scimType).toBe("invalidValue");
    },
  );
});

describe("tolerances 15 and 16: Entra's POST", () => {
  test("enterprise attributes beside the core ones move into their extension", () => {
    const body = { userName: "x", addresses: null, title: null, department: "D", manager: "42", [enterprise]: { department: "E" } };
    expect(parse(body)).toEqual({ userName: "x", [enterprise]: { department: "E", manager: { value: "42" } } });
    expect(quirksOf(body)).toEqual(expect.arrayContaining(["manager_top_level", "manager_string", "enterprise_top_level", "null_value"]));
  });

  test("a manager is an object whatever its form, and nothing when empty", () => {
    for (const manager of ["42", { value: "42" }, [{ $ref: null, value: "42" }], { value: "42", displayName: "read-only" }]) {
      expect(parse({ userName: "x", [enterprise]: { manager } })[enterprise]).toEqual({ manager: { value: "42" } });
    }
    for (const manager of ["", [], {}, { value: "" }, null]) {
      expect(parse({ userName: "x", [enterprise]: { manager } })).toEqual({ userName: "x", [enterprise]: undefined });
    }
  });

  test("a role in a JSON string is unwrapped", () => {
    const roles = [{ value: '{"id":"1","value":"Admin","displayName":"Admin"}', primary: "True" }];
    expect(parse({ userName: "x", roles }).roles).toEqual([{ value: "Admin", display: "Admin", primary: true }]);
  });
});

describe("tolerance 24: read-only attributes and echoes of our own answers", () => {
  test("are ignored", () => {
    const echo = { id: "1", meta: { version: 'W/"1"' }, groups: [{ value: "g" }], schemas: [], userName: "x" };
    expect(parse(echo)).toEqual({ userName: "x" });
    expect(quirksOf(echo)).toContain("read_only_ignored");
  });
});

describe("tolerance 26: nulls", () => {
  test("mean unassigned, and so does an empty text for what is no text", () => {
    expect(parse({ userName: "x", name: "", emails: "", roles: [""] })).toEqual({ userName: "x", roles: [{ value: "" }] });
  });

  test("mean unassigned; an empty text stays", () => {
    expect(parse({ userName: "x", title: null, name: { middleName: "", givenName: null }, emails: [null], roles: [] })).toEqual({
      userName: "x",
      name: { middleName: "" },
    });
  });
});

describe("tolerance 27: schemas", () => {
  test("may be missing, misspelt or silent about an extension", () => {
    expect(quirksOf({ userName: "x" })).toContain("missing_schemas");
    const schemas = ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0User"];
    expect(quirksOf({ schemas, userName: "x", [enterprise]: { department: "D" } })).toEqual(["unknown_schema", "undeclared_schema"]);
  });

  test("unknown attributes and extensions are kept", () => {
    const body = { userName: "x", shoeSize: 42, "foo.bar": 1, "urn:okta:custom:group:1.0": { description: "d" } };
    expect(parse({ ...body, nothing: null })).toEqual(body);
  });

  test("URN-qualified keys belong to their extension, known or not", () => {
    expect(parse({ userName: "x", [`${enterprise}:department`]: "D", "urn:x:2.0:User:a": 1, "urn:ietf:params:scim:schemas:core:2.0:User:title": "T" })).toEqual({
      userName: "x",
      title: "T",
      [enterprise]: { department: "D" },
      "urn:x:2.0:User": { a: 1 },
    });
  });
});

describe("tolerance 28: passwords", () => {
  test("are discarded, whatever they look like", () => {
    for (const password of ["secret", 7, null, { a: 1 }]) expect(parse({ userName: "x", password })).toEqual({ userName: "x" });
  });
});

describe("hostile input", () => {
  test.each(["__proto__", "constructor", "prototype", "urn:x:2.0:User:__proto__", "urn:x:2.0:User:constructor"])("the name %s is refused", (name) => {
    const body: unknown = JSON.parse(`{"userName":"x","${name}":{"polluted":true}}`);
    expect(refusal(body).status).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("a name within a name is refused too", () => {
    expect(refusal(JSON.parse('{"userName":"x","name":{"__proto__":{"polluted":true}}}')).status).toBe(400);
    expect(refusal(JSON.parse('{"userName":"x","name.__proto__":"y"}')).status).toBe(400);
  });

  test("any JSON is parsed or refused with a ScimError", () => {
    const key = fc.oneof(fc.constantFrom("userName", "emails", "roles", "name", "active", "manager", enterprise, "schemas", "urn:x:2.0:User", "a.b", ":"), fc.string());
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue({ maxDepth: 3 })), (body) => {
        try {
          parse({ userName: "x", ...body });
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
