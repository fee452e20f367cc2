import { describe, expect, test } from "vitest";
import { applyPatch } from "@/lib/scim/patch/apply-patch";
import { parsePatchOp } from "@/lib/scim/patch/parse-patch-op";
import { createQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { groupResource, userResource } from "@/lib/scim/schema/resource-schema";
import { babs, enterprise, patch, quirksOf, refusal } from "@/tests/support/patch-babs";

describe("tolerance 1: op in any case", () => {
  test("accepts Entra's capitals and refuses unknown ones", () => {
    expect(patch([{ op: "Replace", path: "displayName", value: "P" }]).displayName).toBe("P");
    expect(quirksOf([{ op: "Add", path: "nickName", value: "x" }])).toContain("op_case");
    expect(refusal([{ op: "move", path: "title" }]).scimType).toBe("invalidSyntax");
  });
});

describe("tolerance 2: booleans as strings", () => {
  test.each([["True", true], ["false", false], ["FALSE", false]])("%s is stored as a boolean", (value, expected) => {
    expect(patch([{ op: "Replace", path: "active", value }]).active).toBe(expected);
    expect(patch([{ op: "replace", value: { active: value } }]).active).toBe(expected);
    expect(patch([{ op: "add", path: "emails", value: [{ value: "n", primary: value }] }]).emails).toContainEqual({
      value: "n",
      primary: expected,
    });
    expect(quirksOf([{ op: "Replace", path: "active", value }])).toContain("string_boolean");
  });
});

describe("tolerances 3 to 6: value objects without path", () => {
  test("expands Entra's dotted, URN-qualified and filtered keys", () => {
    const operations = [
      {
        op: "replace",
        value: {
          displayName: "Bjfe",
          "name.givenName": "Kkom",
          'emails[type eq "work"].value': "w@y",
          [`${enterprise}:employeeNumber`]: "Aklq",
          [`${enterprise.toLowerCase()}:manager`]: "42",
        },
      },
    ];
    expect(patch(operations)).toEqual({
      ...babs,
      displayName: "Bjfe",
      name: { givenName: "Kkom", familyName: "Jensen" },
      emails: [
        { value: "w@y", type: "work", primary: true },
        { value: "home@x", type: "home" },
      ],
      [enterprise]: { department: "Tours", employeeNumber: "Aklq", manager: { value: "42" } },
    });
    expect(quirksOf(operations)).toEqual(expect.arrayContaining(["dotted_key", "urn_key", "filtered_key", "manager_string"]));
  });

  test("merges an extension given as an object, by key or by path", () => {
    const merged = { department: "Ops", employeeNumber: "7", costCenter: "1" };
    expect(patch([{ op: "replace", value: { [enterprise]: { department: "Ops", costCenter: "1" } } }])[enterprise]).toEqual(merged);
    expect(patch([{ op: "add", path: enterprise, value: { department: "Ops", costCenter: "1" } }])[enterprise]).toEqual(merged);
  });

  test("keeps what no schema knows, and takes it away again", () => {
    const urn = "urn:ietf:params:scim:schemas:extension:Custom.Name:2.0:User";
    const kept = patch([
      { op: "replace", value: { shoeSize: 42, [`${urn}:Color`]: "red", "urn:okta:custom:group:1.0": { description: "d" } } },
      { op: "Add", path: `${urn}:Height`, value: 180 },
    ]);
    expect(kept).toMatchObject({
      shoeSize: 42,
      [urn]: { Color: "red", Height: 180 },
      "urn:okta:custom:group:1.0": { description: "d" },
    });
    expect(patch([{ op: "remove", path: urn }, { op: "remove", path: "urn:okta:custom:group:1.0" }, { op: "replace", value: { shoeSize: null } }], kept)).toEqual(babs);
  });
});

describe("tolerance 5: a URN as path", () => {
  test("writes the extension; a registered one needs an object", () => {
    expect(patch([{ op: "add", path: "urn:x:2.0:User", value: { a: 1 } }])["urn:x:2.0:User"]).toEqual({ a: 1 });
    expect(patch([{ op: "replace", path: enterprise, value: null }])).not.toHaveProperty([enterprise]);
    expect(refusal([{ op: "add", path: enterprise, value: "x" }]).scimType).toBe("invalidValue");
    expect(refusal([{ op: "add", path: enterprise }]).scimType).toBe("invalidValue");
  });

  test("keeps a value under a URN that has no version", () => {
    const kept = patch([{ op: "add", path: "urn:acme:color", value: "red" }]);
    expect(kept["urn:acme:color"]).toBe("red");
    expect(patch([{ op: "remove", path: "urn:acme:color" }], kept)).toEqual(babs);
  });
});

describe("tolerance 7: typed elements are created", () => {
  test("makes the element with the filter's values, once for several operations", () => {
    const operations = ["formatted", "Locality", "region"].map((sub) => ({
      op: "Add",
      path: `addresses[type eq "work"].${sub}`,
      value: sub,
    }));
    expect(patch(operations).addresses).toEqual([
      { type: "work", formatted: "formatted", locality: "Locality", region: "region" },
    ]);
    expect(quirksOf(operations)).toContain("typed_element_created");
  });

  test("leaves the other elements alone", () => {
    const patched = patch([{ op: "Replace", path: 'emails[type eq "other"].value', value: "o@x" }]);
    expect(patched.emails).toEqual([...(babs.emails as []), { type: "other", value: "o@x" }]);
  });

  test("accepts any type where the schema names none, and primary", () => {
    expect(patch([{ op: "add", path: 'roles[type eq "Custom"].value', value: "A" }]).roles).toEqual([{ type: "Custom", value: "A" }]);
    expect(patch([{ op: "add", path: 'roles[primary eq "True"].value', value: "A" }]).roles).toEqual([{ primary: true, value: "A" }]);
  });

  test("refuses a type that is not canonical", () => {
    expect(refusal([{ op: "replace", path: 'emails[type eq "carrier pigeon"].value', value: "x" }]).scimType).toBe("noTarget");
    expect(refusal([{ op: "add", path: 'emails[not (type eq "work") and value eq "q"].display', value: "x" }]).scimType).toBe("noTarget");
  });
});

describe("tolerance 8: remove with a list of values", () => {
  test("takes only the listed elements away", () => {
    const remove = { op: "Remove", path: "emails", value: [{ value: "home@x" }] };
    expect(patch([remove]).emails).toEqual([{ value: "work@x", type: "work", primary: true }]);
    expect(quirksOf([remove])).toContain("member_list_remove");
    expect(patch([{ op: "Remove", path: "emails", value: [] }])).toEqual(babs);
    expect(patch([{ op: "Remove", path: "emails", value: [{ value: "nobody@x" }] }])).toEqual(babs);
  });
});

describe("tolerance 11: read-only keys of a value object", () => {
  test("ignores id, meta, groups and schemas", () => {
    expect(patch([{ op: "replace", value: { id: "1", meta: {}, groups: [], schemas: [], title: "x" } }])).toEqual({ ...babs, title: "x" });
  });

  test("renames a group without touching it otherwise", () => {
    const group = { displayName: "A", externalId: "1" };
    expect(patch([{ op: "replace", value: { id: "abf4", displayName: "B" } }], group, groupResource)).toEqual({ displayName: "B", externalId: "1" });
  });
});

describe("tolerances 14 and 40: what is there already, what is gone already", () => {
  test("succeed without a change", () => {
    const absent = ["title", "name.middleName", "photos", 'emails[type eq "other"]', 'photos[type eq "photo"].value', `${enterprise}:manager`];
    expect(patch(absent.map((path) => ({ op: "remove", path })))).toEqual(babs);
  });
});

describe("tolerance 15: manager in any form", () => {
  const manager = { ...(babs[enterprise] as object), manager: { value: "42" } };

  test.each([
    { op: "Add", path: `${enterprise}:manager`, value: "42" },
    { op: "Add", path: "manager", value: [{ $ref: null, value: "42" }] },
    { op: "replace", value: { manager: { value: "42", displayName: "ignored" } } },
    { op: "replace", path: `${enterprise}:manager.value`, value: "42" },
  ])("$path $value", (operation) => {
    expect(patch([operation])[enterprise]).toEqual(manager);
  });

  test.each([
    { op: "Remove", path: `${enterprise}:manager`, value: "42" },
    { op: "Replace", path: "manager", value: "" },
    { op: "Replace", path: "manager", value: { value: "" } },
    { op: "Add", path: "manager", value: [] },
    { op: "Replace", path: `${enterprise}:manager.value`, value: "" },
  ])("$op $path $value takes the manager away", (operation) => {
    expect(patch([operation], { ...babs, [enterprise]: manager })).toEqual(babs);
  });
});

describe("Azure AD's first dialect", () => {
  test("wraps single values", () => {
    const operation = { op: "Replace", path: "displayName", value: [{ $ref: null, value: "Babs J" }] };
    expect(patch([operation]).displayName).toBe("Babs J");
    expect(quirksOf([operation])).toContain("wrapped_value");
    expect(patch([{ op: "Add", path: "active", value: [{ value: "False" }] }]).active).toBe(false);
    expect(refusal([{ op: "Add", path: "displayName", value: ["x"] }]).scimType).toBe("invalidValue");
  });
});

describe("tolerance 16: a role as JSON in a string", () => {
  test("is unwrapped", () => {
    const value = [{ value: JSON.stringify({ id: "06b0", value: "Admin", displayName: "Administrator" }) }];
    expect(patch([{ op: "Add", path: "roles", value }]).roles).toEqual([{ value: "Admin", display: "Administrator" }]);
    expect(quirksOf([{ op: "Add", path: "roles", value }])).toContain("role_json_string");
  });

  test("a string that only looks like JSON stays as it is", () => {
    expect(patch([{ op: "Add", path: "roles", value: [{ value: "{oops" }] }]).roles).toEqual([{ value: "{oops" }]);
  });
});

describe("tolerance 25: active that is not given", () => {
  const inactive = { ...babs, active: false };

  test("a null among other values keeps the state", () => {
    expect(patch([{ op: "replace", value: { active: null, title: "T" } }], inactive)).toEqual({ ...inactive, title: "T" });
  });

  test("a removal does not reactivate", () => {
    expect(refusal([{ op: "remove", path: "active" }], inactive).scimType).toBe("mutability");
    expect(refusal([{ op: "replace", path: "active", value: null }], inactive).scimType).toBe("mutability");
    expect(patch([{ op: "remove", path: "active" }])).not.toHaveProperty("active");
  });
});

describe("tolerance 27: the message itself", () => {
  test("needs no schemas and takes operations in any case", () => {
    const quirks = createQuirkLog();
    const parsed = parsePatchOp({ operations: [{ Op: "add", Path: "title", Value: "x" }] }, userResource, quirks);
    expect(applyPatch(userResource, babs, parsed, quirks).title).toBe("x");
    expect(quirks.entries().map(({ code }) => code)).toEqual(["missing_schemas", "operations_key_case"]);
  });
});

describe("tolerance 28: passwords", () => {
  test("are discarded", () => {
    expect(patch([{ op: "replace", value: { password: "s3cret" } }])).toEqual(babs);
    expect(patch([{ op: "replace", path: "password", value: "s3cret" }])).toEqual(babs);
  });
});

describe("tolerance 39: all or nothing", () => {
  test("a late bad operation leaves the stored resource as it was", () => {
    const before = structuredClone(babs);
    refusal([{ op: "replace", path: "displayName", value: "x" }, { op: "replace", path: 'emails[type eq "x"]', value: { value: "x" } }]);
    expect(babs).toEqual(before);
  });
});

describe("samples of repairs", () => {
  test("hold no values that a client sent", () => {
    const quirks = createQuirkLog();
    const operations = [
      { op: "Replace", path: 'emails[type eq "work" and value eq "work@x"].display', value: null },
      { op: "Add", path: 'roles[primary eq "True"].value', value: "secret-role" },
      { op: "Remove", path: "emails", value: [{ value: "work@x" }] },
      { op: "replace", value: { 'emails[value eq "home@x"].type': "other", "name.givenName": "G", manager: "m-1", nothing: "kept" } },
    ];
    patch(operations, babs, userResource, quirks);
    expect(JSON.stringify(quirks.entries())).not.toMatch(/work@x|home@x|secret-role|m-1|kept/);
  });
});
