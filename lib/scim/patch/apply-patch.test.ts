import { describe, expect, test } from "vitest";
import { parsePatchOp } from "@/lib/scim/patch/parse-patch-op";
import { silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import { attribute } from "@/lib/scim/schema/definition";
import { buildResourceSchema, userResource } from "@/lib/scim/schema/resource-schema";
import { babs, enterprise, type Operation, patch, refusal } from "@/tests/support/patch-babs";

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

function without(resource: Resource, name: string): Resource {
  const { [name]: _removed, ...rest } = resource;
  return rest;
}
