import { describe, expect, test } from "vitest";
import { parseProjection, projectAttributes } from "@/lib/scim/resource/project-attributes";
import type { Resource } from "@/lib/scim/resource/resource";
import { attribute } from "@/lib/scim/schema/definition";
import { buildResourceSchema, groupResource, userResource } from "@/lib/scim/schema/resource-schema";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const babs: Resource = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", enterprise],
  id: "1",
  userName: "babs",
  name: { givenName: "Barbara", familyName: "Jensen" },
  emails: [{ value: "a@x", type: "work" }, { type: "home" }],
  shoeSize: 42,
  [enterprise]: { department: "Tours", manager: { value: "2", displayName: "M" } },
  meta: { resourceType: "User", version: 'W/"1"' },
};
const base = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], id: "1" };

const project = (query: { attributes?: string; excludedAttributes?: string }, schema = userResource, full = babs): Resource =>
  projectAttributes(schema, full, parseProjection(schema, query));

describe("RFC 7644 section 3.9: attributes", () => {
  test("returns the named ones, and always id and schemas", () => {
    expect(project({ attributes: "userName" })).toEqual({ ...base, userName: "babs" });
    expect(project({ attributes: "id" })).toEqual(base);
    expect(project({ attributes: "nothing" })).toEqual(base);
  });

  test("selects sub-attributes, whatever their case", () => {
    expect(project({ attributes: "Name.FamilyName, emails.value" })).toEqual({
      ...base,
      name: { familyName: "Jensen" },
      emails: [{ value: "a@x" }],
    });
    expect(project({ attributes: "name.familyName,name" }).name).toEqual(babs.name);
  });

  test("selects extensions and their attributes", () => {
    expect(project({ attributes: enterprise.toUpperCase() })[enterprise]).toEqual(babs[enterprise]);
    expect(project({ attributes: `${enterprise}:manager.value` })[enterprise]).toEqual({ manager: { value: "2" } });
    expect(project({ attributes: "urn:ietf:params:scim:schemas:core:2.0:User:userName" })).toEqual({ ...base, userName: "babs" });
  });

  test("selects attributes no schema knows", () => {
    expect(project({ attributes: "shoesize" })).toEqual({ ...base, shoeSize: 42 });
    expect(project({})).not.toHaveProperty("shoeSize");
  });

  test("cannot be joined with excludedAttributes, but for an empty one", () => {
    expect(() => project({ attributes: "userName", excludedAttributes: "name" })).toThrow(expect.objectContaining({ status: 400, scimType: "invalidValue" }));
    expect(project({ attributes: "userName", excludedAttributes: "" })).toMatchObject({ userName: "babs" });
    expect(project({ attributes: "", excludedAttributes: "name" })).not.toHaveProperty("name");
  });

  test("tells in schemas what the answer holds", () => {
    expect(project({ attributes: "userName" }).schemas).toEqual(base.schemas);
    expect(project({ attributes: `${enterprise}:department` }).schemas).toEqual(babs.schemas);
    expect(project({ excludedAttributes: enterprise }).schemas).toEqual(base.schemas);
  });
});

describe("RFC 7644 section 3.9: excludedAttributes", () => {
  test("leaves out the named ones, but never id", () => {
    const { userName: _userName, meta: _meta, shoeSize: _shoeSize, ...rest } = babs;
    expect(project({ excludedAttributes: "userName,meta,id,schemas" })).toEqual(rest);
  });

  test("leaves out sub-attributes and extensions", () => {
    expect(project({ excludedAttributes: "name.givenName,emails.type" })).toMatchObject({
      name: { familyName: "Jensen" },
      emails: [{ value: "a@x" }],
    });
    expect(project({ excludedAttributes: enterprise })).not.toHaveProperty([enterprise]);
    expect(project({ excludedAttributes: `${enterprise}:manager` })[enterprise]).toEqual({ department: "Tours" });
  });

  test("tells whether members are wanted, so that they need not be loaded (tolerance 34)", () => {
    expect(parseProjection(groupResource, {}).wants("members")).toBe(true);
    expect(parseProjection(groupResource, { excludedAttributes: "Members" }).wants("members")).toBe(false);
    expect(parseProjection(groupResource, { excludedAttributes: "members.display" }).wants("members")).toBe(true);
    expect(parseProjection(groupResource, { attributes: "displayName" }).wants("members")).toBe(false);
    expect(parseProjection(groupResource, { attributes: ["members.value"] }).wants("members")).toBe(true);
    expect(parseProjection(userResource, {}).wants("password")).toBe(false);
    expect(parseProjection(userResource, { attributes: "password" }).wants("password")).toBe(false);
  });
});

describe("RFC 7643 section 7: returned", () => {
  const urn = "urn:acme:2.0:User";
  const schema = buildResourceSchema("User", [
    {
      id: urn,
      name: "Acme",
      description: "",
      attributes: [
        attribute("badge", "string", "", { returned: "always" }),
        attribute("secret", "string", "", { returned: "never" }),
        attribute("photo", "string", "", { returned: "request" }),
        attribute("desk", "complex", "", {
          subAttributes: [attribute("floor", "integer", "", { returned: "always" }), attribute("note", "string", "", { returned: "request" })],
        }),
      ],
    },
  ]);
  const full: Resource = { id: "1", userName: "x", [urn]: { badge: "b", secret: "s", photo: "p", desk: { floor: 1, note: "n" } } };

  test("a plain answer holds no never and no request attributes", () => {
    expect(project({}, schema, full)).toEqual({ id: "1", userName: "x", [urn]: { badge: "b", desk: { floor: 1 } } });
  });

  test("request attributes come when named, always ones even when excluded, never ones not at all", () => {
    expect(project({ attributes: `${urn}:photo,${urn}:secret,${urn}:desk.note` }, schema, full)).toEqual({
      id: "1",
      [urn]: { badge: "b", photo: "p", desk: { floor: 1, note: "n" } },
    });
    expect(project({ excludedAttributes: `userName,${urn}:badge` }, schema, full)[urn]).toMatchObject({ badge: "b" });
  });
});

test("a full answer is passed on as it is", () => {
  const { shoeSize: _shoeSize, ...declared } = babs;
  expect(projectAttributes(userResource, declared, parseProjection(userResource, {}))).toBe(declared);
});
