import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScimError } from "@/lib/scim/errors";
import type { Resource } from "@/lib/scim/resource/resource";
import { babs, enterprise, patch } from "@/tests/support/patch-babs";

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
