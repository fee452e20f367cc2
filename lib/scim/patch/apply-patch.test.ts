import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScimError } from "@/lib/scim/errors";
import { applyPatch } from "@/lib/scim/patch/apply-patch";
import { parsePatchOp } from "@/lib/scim/patch/parse-patch-op";
import { createQuirkLog, type QuirkCode, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import { validateResource } from "@/lib/scim/resource/validate-resource";
import { attribute } from "@/lib/scim/schema/definition";
import { buildResourceSchema, groupResource, userResource } from "@/lib/scim/schema/resource-schema";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const babs: Resource = {
  userName: "babs",
  displayName: "Babs",
  name: { givenName: "Barbara", familyName: "Jensen" },
  active: true,
  emails: [
    { value: "work@x", type: "work", primary: true },
    { value: "home@x", type: "home" },
  ],
  [enterprise]: { department: "Tours", employeeNumber: "7" },
};

type Operation = { op: string; path?: string; value?: unknown };

function patch(operations: Operation[], stored: Resource = babs, schema = userResource, quirks = silentQuirkLog): Resource {
  const parsed = parsePatchOp({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: operations }, schema, quirks);
  return validateResource(schema, applyPatch(schema, stored, parsed, quirks));
}

function quirksOf(operations: Operation[], stored: Resource = babs): QuirkCode[] {
  const quirks = createQuirkLog();
  patch(operations, stored, userResource, quirks);
  return quirks.entries().map(({ code }) => code);
}

function refusal(operations: Operation[], stored: Resource = babs, schema = userResource): ScimError {
  try {
    patch(operations, stored, schema);
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error("the PATCH was accepted");
}

describe("RFC 7644 section 3.5.2.1: add", () => {
  test("sets a single attribute, also one that has a value", () => {
    expect(patch([{ op: "add", path: "title", value: "Guide" }]).title).toBe("Guide");
    expect(patch([{ op: "add", path: "displayName", value: "B" }]).displayName).toBe("B");
  });

  test("merges a complex attribute", () => {
    expect(patch([{ op: "add", path: "name", value: { middleName: "J" } }]).name).toEqual({
      givenName: "Barbara",
      familyName: "Jensen",
      middleName: "J",
    });
  });

  test("appends to a multi-valued attribute, given a list or one element", () => {
    expect(patch([{ op: "add", path: "emails", value: [{ value: "new@x", type: "other" }] }]).emails).toHaveLength(3);
    expect(patch([{ op: "add", path: "emails", value: { value: "new@x" } }]).emails).toHaveLength(3);
  });

  test("changes nothing when the value is there already", () => {
    const again = { value: "home@x", type: "home" };
    expect(patch([{ op: "add", path: "emails", value: [again] }]).emails).toEqual(babs.emails);
    expect(patch([{ op: "add", path: "emails", value: [{ value: "home@x" }] }]).emails).toEqual(babs.emails);
    expect(patch([{ op: "add", path: "title", value: "x" }, { op: "remove", path: "title" }])).toEqual(babs);
  });

  test("moves primary to the element that is added as primary", () => {
    expect(patch([{ op: "add", path: "emails", value: [{ value: "new@x", primary: true }] }]).emails).toEqual([
      { value: "work@x", type: "work", primary: false },
      { value: "home@x", type: "home" },
      { value: "new@x", primary: true },
    ]);
  });

  test("without a path adds each attribute of the value", () => {
    const patched = patch([
      { op: "add", value: { nickName: "B", emails: [{ value: "new@x" }], name: { formatted: "Babs Jensen" } } },
    ]);
    expect(patched).toMatchObject({ nickName: "B", name: { formatted: "Babs Jensen", givenName: "Barbara" } });
    expect(patched.emails).toHaveLength(3);
  });

  test("with a filter merges into the elements it selects", () => {
    expect(patch([{ op: "add", path: 'emails[type eq "home"]', value: { display: "Home" } }]).emails).toContainEqual({
      value: "home@x",
      type: "home",
      display: "Home",
    });
  });

  test("needs a value", () => {
    expect(refusal([{ op: "add", path: "title" }]).scimType).toBe("invalidValue");
    expect(refusal([{ op: "add", value: "x" }]).scimType).toBe("invalidValue");
    expect(refusal([{ op: "add" }]).scimType).toBe("invalidValue");
  });
});

describe("RFC 7644 section 3.5.2.2: remove", () => {
  test("needs a path", () => {
    expect(refusal([{ op: "remove" }]).scimType).toBe("noTarget");
  });

  test("unassigns attributes, sub-attributes, elements and extensions", () => {
    expect(patch([{ op: "remove", path: "displayName" }])).not.toHaveProperty("displayName");
    expect(patch([{ op: "remove", path: "name.givenName" }]).name).toEqual({ familyName: "Jensen" });
    expect(patch([{ op: "remove", path: "emails" }])).not.toHaveProperty("emails");
    expect(patch([{ op: "remove", path: 'emails[type eq "home"]' }]).emails).toHaveLength(1);
    expect(patch([{ op: "remove", path: "emails[value pr]" }])).not.toHaveProperty("emails");
    expect(patch([{ op: "remove", path: 'emails[type eq "work"].primary' }]).emails).toContainEqual({
      value: "work@x",
      type: "work",
    });
    expect(patch([{ op: "remove", path: `${enterprise}:department` }])[enterprise]).toEqual({ employeeNumber: "7" });
    expect(patch([{ op: "remove", path: enterprise }])).not.toHaveProperty([enterprise]);
  });

  test("leaves no empty object behind", () => {
    const removals = ["name.givenName", "name.familyName", `${enterprise}:department`, `${enterprise}:employeeNumber`];
    const patched = patch(removals.map((path) => ({ op: "remove", path })));
    expect(patched).not.toHaveProperty("name");
    expect(patched).not.toHaveProperty([enterprise]);
  });

  test("refuses to unassign what is required", () => {
    expect(refusal([{ op: "remove", path: "userName" }]).scimType).toBe("mutability");
    expect(refusal([{ op: "replace", value: { userName: null } }]).scimType).toBe("mutability");
    expect(refusal([{ op: "replace", path: "userName", value: "  " }]).scimType).toBe("invalidValue");
  });
});

describe("RFC 7644 section 3.5.2.3: replace", () => {
  test("exchanges values and merges complex ones", () => {
    expect(patch([{ op: "replace", path: "displayName", value: "B" }]).displayName).toBe("B");
    expect(patch([{ op: "replace", path: "name", value: { givenName: "B" } }]).name).toEqual({
      givenName: "B",
      familyName: "Jensen",
    });
    expect(patch([{ op: "replace", path: "emails", value: [{ value: "only@x" }] }]).emails).toEqual([{ value: "only@x" }]);
  });

  test("treats an attribute without a value as add", () => {
    expect(patch([{ op: "replace", path: "title", value: "Guide" }]).title).toBe("Guide");
    expect(patch([{ op: "replace", path: "phoneNumbers.value", value: "1" }]).phoneNumbers).toEqual([{ value: "1" }]);
  });

  test("replaces the elements a filter selects as a whole", () => {
    expect(patch([{ op: "replace", path: 'emails[type eq "work"]', value: { type: "work", value: "w@y" } }]).emails).toEqual([
      { type: "work", value: "w@y" },
      { value: "home@x", type: "home" },
    ]);
  });

  test("replaces a sub-attribute of the selected elements, or of all", () => {
    expect(patch([{ op: "replace", path: 'emails[value ew "@x" and type ne "work"].value', value: "h@y" }]).emails).toEqual([
      { value: "work@x", type: "work", primary: true },
      { value: "h@y", type: "home" },
    ]);
    expect(patch([{ op: "replace", path: "emails.display", value: "d" }]).emails).toEqual([
      { value: "work@x", type: "work", primary: true, display: "d" },
      { value: "home@x", type: "home", display: "d" },
    ]);
  });

  test("moves primary", () => {
    expect(patch([{ op: "replace", path: 'emails[type eq "home"].primary', value: true }]).emails).toEqual([
      { value: "work@x", type: "work", primary: false },
      { value: "home@x", type: "home", primary: true },
    ]);
  });

  test("refuses several primary values in one operation", () => {
    const value = [
      { value: "a", primary: true },
      { value: "b", primary: true },
    ];
    expect(refusal([{ op: "replace", path: "emails", value }]).scimType).toBe("invalidValue");
    expect(refusal([{ op: "replace", path: "emails.primary", value: true }]).scimType).toBe("invalidValue");
  });

  test("fails with noTarget where a filter selects nothing", () => {
    const value = { value: "x" };
    expect(refusal([{ op: "replace", path: 'emails[type eq "other"]', value }]).scimType).toBe("noTarget");
    expect(refusal([{ op: "replace", path: 'emails[value eq "no@x"].display', value: "x" }]).scimType).toBe("noTarget");
    expect(refusal([{ op: "replace", path: 'emails[type co "o" and value eq "n"].value', value: "x" }]).scimType).toBe("noTarget");
  });

  test("clears with null", () => {
    expect(patch([{ op: "replace", path: "displayName", value: null }])).not.toHaveProperty("displayName");
    expect(patch([{ op: "replace", value: { displayName: null, name: { givenName: null } } }])).toEqual({
      ...without(babs, "displayName"),
      name: { familyName: "Jensen" },
    });
    expect(patch([{ op: "replace", value: { emails: [], [enterprise]: null } }])).toEqual(
      without(without(babs, "emails"), enterprise),
    );
  });
});

describe("RFC 7644 section 3.5.2: paths and mutability", () => {
  test.each(["nothing", "name.nothing", 'emails[type eq "work"', 'emails[type eq "work"]value', "emails]", "userName x", '"userName"', "userName.", 'name[givenName eq "x"]', "members", `${enterprise}:nothing`])(
    "refuses the path %j",
    (path) => {
      const { status, scimType } = refusal([{ op: "replace", path, value: "x" }]);
      expect(status).toBe(400);
      expect(["invalidPath", "invalidFilter"]).toContain(scimType);
    },
  );

  test("refuses a path that is no string", () => {
    const operations = [{ op: "replace", path: 7, value: "x" }] as unknown as Operation[];
    expect(refusal(operations).scimType).toBe("invalidPath");
  });

  test("complains about the filter in a path with invalidFilter", () => {
    expect(refusal([{ op: "remove", path: "emails[type is 1]" }]).scimType).toBe("invalidFilter");
  });

  test.each(["id", "meta", "meta.created", "groups", `${enterprise}:manager.displayName`])("refuses to write %s", (path) => {
    expect(refusal([{ op: "replace", path, value: "x" }]).scimType).toBe("mutability");
    expect(refusal([{ op: "remove", path }]).scimType).toBe("mutability");
  });

  test("accepts names in any case and with the core URN", () => {
    const path = "URN:ietf:params:scim:schemas:core:2.0:User:Name.GIVENNAME";
    expect(patch([{ op: "replace", path, value: "B" }]).name).toEqual({ givenName: "B", familyName: "Jensen" });
  });

  test("refuses values of the wrong type", () => {
    expect(refusal([{ op: "replace", path: "userName", value: 7 }]).scimType).toBe("invalidValue");
    expect(refusal([{ op: "replace", path: "name", value: "x" }]).scimType).toBe("invalidValue");
    expect(refusal([{ op: "replace", path: "active", value: "maybe" }]).scimType).toBe("invalidValue");
    expect(refusal([{ op: "replace", path: "emails", value: 7 }]).scimType).toBe("invalidValue");
  });

  test("lets an immutable value be set once", () => {
    const urn = "urn:acme:2.0:User";
    const badge = attribute("badge", "string", "", { mutability: "immutable" });
    const schema = buildResourceSchema("User", [{ id: urn, name: "A", description: "", attributes: [badge] }]);
    const first = patch([{ op: "add", path: `${urn}:badge`, value: "1" }], babs, schema);
    expect(first[urn]).toEqual({ badge: "1" });
    expect(patch([{ op: "replace", path: `${urn}:badge`, value: "1" }], first, schema)).toEqual(first);
    for (const operation of [
      { op: "replace", path: `${urn}:badge`, value: "2" },
      { op: "remove", path: `${urn}:badge` },
      { op: "remove", path: urn },
    ]) {
      expect(refusal([operation], first, schema).scimType).toBe("mutability");
    }
  });

  test("refuses a message without operations", () => {
    for (const body of [null, [], "x", {}, { Operations: [] }, { Operations: {} }, { Operations: ["x"] }]) {
      expect(() => parsePatchOp(body, userResource, silentQuirkLog)).toThrow(expect.objectContaining({ scimType: "invalidSyntax" }));
    }
  });

  test("takes at most 1,000 operations", () => {
    const operations = (count: number) => Array.from({ length: count }, () => ({ op: "add", path: "title", value: "x" }));
    expect(patch(operations(1_000)).title).toBe("x");
    expect(refusal(operations(1_001)).scimType).toBe("tooMany");
  });
});

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

describe("hostile input", () => {
  test.each(["__proto__", "constructor", "prototype"])("%s reaches no object of JavaScript", (name) => {
    const value: unknown = JSON.parse(`{"${name}":{"polluted":true}}`);
    expect(refusal([{ op: "add", value }]).status).toBe(400);
    expect(refusal([{ op: "add", path: "name", value }]).status).toBe(400);
    expect(refusal([{ op: "add", path: name, value: "x" }]).status).toBe(400);
    expect(refusal([{ op: "add", path: `urn:x:2.0:User:${name}`, value: "x" }]).status).toBe(400);
    expect(refusal([{ op: "add", value: { [`urn:x:2.0:User:${name}`]: "x" } }]).status).toBe(400);
    expect(refusal([{ op: "add", value: { [`name.${name}`]: "x" } }]).status).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("refuses what cannot be stored", () => {
    expect(refusal([{ op: "add", path: "title", value: "\u0000" }]).scimType).toBe("invalidValue");
    expect(refusal([{ op: "add", path: "title", value: "\ud800" }]).scimType).toBe("invalidValue");
    expect(refusal([{ op: "add", value: { big: Infinity } }]).scimType).toBe("invalidValue");
    let deep: unknown = "x";
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(refusal([{ op: "add", value: { deep } }]).scimType).toBe("invalidValue");
  });

  test("limits the values of one attribute", () => {
    const value = Array.from({ length: 1_001 }, (_each, index) => ({ value: String(index) }));
    expect(refusal([{ op: "add", path: "emails", value }]).scimType).toBe("tooMany");
    const halves = [value.slice(0, 700), value.slice(700)].map((part) => ({ op: "add", path: "emails", value: part }));
    expect(refusal(halves).scimType).toBe("tooMany");
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

describe("properties", () => {
  const path = fc.constantFrom("title", "name", "name.givenName", "emails", "emails.value", 'emails[type eq "work"]', 'emails[type eq "home"].value', "active", enterprise, `${enterprise}:manager`, "urn:x:2.0:User:y", "", "groups", "bad path");
  const value = fc.oneof(
    fc.constantFrom<unknown>("x", true, "True", null, 7, [], {}, { value: "v", primary: true }, [{ value: "v", type: "work" }], { givenName: "g", "name.familyName": "f" }),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const operation = fc.record({ op: fc.constantFrom("add", "replace", "remove", "Add", "x"), path, value }, { requiredKeys: ["op"] });

  test("applyPatch never changes its input, and refuses only with a ScimError", () => {
    const before = JSON.stringify(babs);
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 6 }), (operations) => {
        try {
          const patched = patch(operations);
          const emails = (patched.emails ?? []) as { primary?: boolean }[];
          expect(emails.filter(({ primary }) => primary === true).length).toBeLessThanOrEqual(1);
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError);
        }
        expect(JSON.stringify(babs)).toBe(before);
      }),
      { numRuns: 2_000 },
    );
  }, 30_000);

  test("operations in one PATCH leave what they leave one after the other", () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 8 }), (operations) => {
        let step: Resource = babs;
        try {
          for (const each of operations) step = patch([each], step);
        } catch {
          return;
        }
        expect(patch(operations)).toEqual(step);
      }),
      { numRuns: 3_000 },
    );
  }, 30_000);

  test("a replace applied twice leaves what it left the first time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("title", "name.givenName", 'emails[type eq "work"].value'), (text, at) => {
        fc.pre(!text.includes("\u0000"));
        const once = patch([{ op: "replace", path: at, value: text }]);
        expect(patch([{ op: "replace", path: at, value: text }], once)).toEqual(once);
      }),
    );
  });
});

function without(resource: Resource, name: string): Resource {
  const { [name]: _removed, ...rest } = resource;
  return rest;
}
