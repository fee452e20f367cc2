import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScimError } from "@/lib/scim/errors";
import { parsePatchPath } from "@/lib/scim/patch/parse-patch-path";
import { silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { formatAttributePath } from "@/lib/scim/schema/attribute-path";
import { userResource } from "@/lib/scim/schema/resource-schema";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const parse = (path: string) => parsePatchPath(path, userResource, silentQuirkLog);

/** `emails[…].value` for a path with a filter. */
function show(text: string): string {
  const target = parse(text);
  if (target.kind !== "attribute") return target.kind;
  const { path, valueFilter } = target;
  if (valueFilter === null) return formatAttributePath(path);
  return `${formatAttributePath({ ...path, sub: null })}[…]${path.sub === null ? "" : `.${path.sub.name}`}`;
}

describe("RFC 7644 section 3.5.2: PATH = attrPath / valuePath [subAttr]", () => {
  test.each([
    ["userName", "userName"],
    ["name.familyName", "name.familyName"],
    ['addresses[type eq "work"]', "addresses[…]"],
    ['addresses[type eq "work"].streetAddress', "addresses[…].streetAddress"],
    ['emails[type eq "work" and not (value ew "]" or primary pr)].value', "emails[…].value"],
    ["  userName  ", "userName"],
    ["urn:ietf:params:scim:schemas:core:2.0:User:name.givenName", "name.givenName"],
    ["urn:ietf:params:scim:schemas:core:2.0:User", "resource"],
    [`${enterprise}:manager.value`, `${enterprise}:manager.value`],
    [enterprise, "extension"],
    ["department", `${enterprise}:department`],
    ['Addresses[Type eq "other"].Formatted', "addresses[…].formatted"],
  ])("%s", (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  test.each([
    ["urn:ietf:params:scim:schemas:extension:CustomExtensionName:2.0:User:CustomAttribute", { kind: "undeclared", urn: "urn:ietf:params:scim:schemas:extension:CustomExtensionName:2.0:User", name: "CustomAttribute", sub: null }],
    ["urn:Custom.Name:2.0:User:A.b", { kind: "undeclared", urn: "urn:Custom.Name:2.0:User", name: "A", sub: "b" }],
    ["urn:okta:custom:group:1.0", { kind: "extension", urn: "urn:okta:custom:group:1.0" }],
    ["urn:x:1.0:User", { kind: "extension", urn: "urn:x:1.0:User" }],
  ])("unknown extensions: %s", (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });

  test("any text is a path or is refused with a ScimError", () => {
    const token = fc.constantFrom("emails", "[", "]", ".value", ".", "type", "eq", '"work"', '"', "name.givenName", enterprise, ":", "urn:", " ", "(", ")", "not", "é", "\u0000", "__proto__");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(token).map((tokens) => tokens.join(""))), (text) => {
        try {
          parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError);
          expect(["invalidPath", "invalidFilter", "invalidValue"]).toContain((error as ScimError).scimType);
        }
      }),
      { numRuns: 2_000 },
    );
  }, 30_000);
});
