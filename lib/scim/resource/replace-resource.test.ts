import { describe, expect, test } from "vitest";
import { createQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { replaceResource } from "@/lib/scim/resource/replace-resource";
import { attribute } from "@/lib/scim/schema/definition";
import { buildResourceSchema, userResource } from "@/lib/scim/schema/resource-schema";

const urn = "urn:acme:2.0:User";
const schema = buildResourceSchema("User", [
  {
    id: urn,
    name: "Acme",
    description: "",
    attributes: [
      attribute("badge", "string", "", { mutability: "immutable" }),
      attribute("score", "integer", "", { mutability: "readOnly" }),
      attribute("desk", "string", ""),
    ],
  },
]);

describe("RFC 7644 section 3.5.1: replacing with PUT", () => {
  test("clears what is absent", () => {
    expect(replaceResource(userResource, { userName: "x", title: "T", foo: 1 }, { userName: "y" })).toEqual({ userName: "y" });
  });

  test("keeps read-only and immutable values", () => {
    const stored = { userName: "x", [urn]: { badge: "1", score: 9, desk: "a" } };
    expect(replaceResource(schema, stored, { userName: "x" })).toEqual({ userName: "x", [urn]: { badge: "1", score: 9 } });
    expect(replaceResource(schema, stored, { userName: "x", [urn]: { badge: "1", desk: "b" } })).toEqual({
      userName: "x",
      [urn]: { badge: "1", score: 9, desk: "b" },
    });
  });

  test("refuses another immutable value", () => {
    const stored = { userName: "x", [urn]: { badge: "1" } };
    expect(() => replaceResource(schema, stored, { userName: "x", [urn]: { badge: "2" } })).toThrow(
      expect.objectContaining({ status: 400, scimType: "mutability" }),
    );
  });

  test("changes neither of its inputs", () => {
    const stored = Object.freeze({ userName: "x", active: false });
    const incoming = Object.freeze({ userName: "y" });
    expect(replaceResource(userResource, stored, incoming)).toEqual({ userName: "y", active: false });
  });
});

describe("tolerance 25: PUT without active", () => {
  test("keeps the stored value", () => {
    const quirks = createQuirkLog();
    expect(replaceResource(userResource, { userName: "x", active: false }, { userName: "x" }, quirks).active).toBe(false);
    expect(quirks.entries()).toEqual([{ code: "put_without_active", count: 1, sample: "active" }]);
    expect(replaceResource(userResource, { userName: "x", active: false }, { userName: "x", active: true }).active).toBe(true);
  });
});
