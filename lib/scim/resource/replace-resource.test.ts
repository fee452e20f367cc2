import { describe, expect, test } from "vitest";
import { createQuirkLog, type QuirkLog, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { parseReplacement } from "@/lib/scim/resource/parse-resource";
import { replaceResource } from "@/lib/scim/resource/replace-resource";
import type { Resource } from "@/lib/scim/resource/resource";
import { attribute } from "@/lib/scim/schema/definition";
import { buildResourceSchema, type ResourceSchema, userResource } from "@/lib/scim/schema/resource-schema";

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
      attribute("secret", "string", "", { returned: "request" }),
    ],
  },
]);

const replace = (of: ResourceSchema, stored: Resource, body: Resource, quirks: QuirkLog = silentQuirkLog): Resource =>
  replaceResource(of, stored, parseReplacement(of, body, silentQuirkLog), quirks);

describe("RFC 7644 section 3.5.1: replacing with PUT", () => {
  test("clears what is absent", () => {
    expect(replace(userResource, { userName: "x", title: "T", [urn]: { desk: "a" } }, { userName: "y" })).toEqual({ userName: "y", [urn]: { desk: "a" } });
    expect(replace(schema, { userName: "x", title: "T", [urn]: { desk: "a" } }, { userName: "y" })).toEqual({ userName: "y" });
  });

  test("keeps read-only and immutable values", () => {
    const stored = { userName: "x", [urn]: { badge: "1", score: 9, desk: "a" } };
    expect(replace(schema, stored, { userName: "x" })).toEqual({ userName: "x", [urn]: { badge: "1", score: 9 } });
    expect(replace(schema, stored, { userName: "x", [urn]: { badge: "1", desk: "b" } })).toEqual({
      userName: "x",
      [urn]: { badge: "1", score: 9, desk: "b" },
    });
  });

  test("keeps what a plain GET does not show, until it is named", () => {
    const stored = { userName: "x", foo: 1, "urn:other": { a: 1 }, [urn]: { secret: "s", odd: 2 } };
    expect(replace(schema, stored, { userName: "x" })).toEqual(stored);
    expect(replace(schema, stored, { userName: "x", FOO: 2, "urn:other": { b: 1 }, [urn]: { secret: "t" } })).toMatchObject({ "urn:other": { b: 1 }, [urn]: { secret: "t", odd: 2 } });
    expect(replace(schema, stored, { userName: "x", foo: null, "urn:other": null, [urn]: { secret: null, odd: null } })).toEqual({ userName: "x" });
  });

  test("refuses another immutable value", () => {
    const stored = { userName: "x", [urn]: { badge: "1" } };
    expect(() => replace(schema, stored, { userName: "x", [urn]: { badge: "2" } })).toThrow(
      expect.objectContaining({ status: 400, scimType: "mutability" }),
    );
  });

  test("changes neither of its inputs", () => {
    const stored = Object.freeze({ userName: "x", active: false });
    const incoming = Object.freeze({ userName: "y" });
    expect(replace(userResource, stored, incoming)).toEqual({ userName: "y", active: false });
  });
});

describe("tolerance 25: PUT without active", () => {
  test("keeps the stored value", () => {
    const quirks = createQuirkLog();
    expect(replace(userResource, { userName: "x", active: false }, { userName: "x" }, quirks).active).toBe(false);
    expect(quirks.entries()).toEqual([{ code: "put_without_active", count: 1, sample: "active" }]);
    expect(replace(userResource, { userName: "x", active: false }, { userName: "x", active: true }).active).toBe(true);
  });
});
