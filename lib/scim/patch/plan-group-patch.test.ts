import { describe, expect, test } from "vitest";
import { parsePatchOp } from "@/lib/scim/patch/parse-patch-op";
import { planGroupPatch } from "@/lib/scim/patch/plan-group-patch";
import { createQuirkLog, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { groupResource } from "@/lib/scim/schema/resource-schema";

type Operation = { op: string; path?: string; value?: unknown };

const plan = (operations: Operation[], quirks = silentQuirkLog) =>
  planGroupPatch(parsePatchOp({ Operations: operations }, groupResource, quirks));

describe("RFC 7644 section 3.5.2: membership", () => {
  test("add, remove by filter and replace become set operations", () => {
    expect(plan([{ op: "add", path: "members", value: [{ value: "a" }, { value: "b" }] }]).members).toEqual([{ kind: "add", ids: ["a", "b"] }]);
    expect(plan([{ op: "remove", path: 'members[value eq "a"]' }]).members).toEqual([{ kind: "remove", ids: ["a"] }]);
    expect(plan([{ op: "remove", path: 'members[value eq "a" or value eq "b"]' }]).members).toEqual([{ kind: "remove", ids: ["a", "b"] }]);
    expect(plan([{ op: "replace", path: "members", value: [{ value: "a" }] }]).members).toEqual([{ kind: "replaceAll", ids: ["a"] }]);
    expect(plan([{ op: "replace", path: 'members[value eq "a"]', value: { value: "b" } }]).members).toEqual([
      { kind: "remove", ids: ["a"] },
      { kind: "add", ids: ["b"] },
    ]);
  });

  test("another filter is left to the database", () => {
    expect(plan([{ op: "remove", path: 'members[type eq "Group"]' }]).members).toMatchObject([{ kind: "removeWhere", filter: { kind: "compare" } }]);
  });

  test("attributes and membership part, each in order", () => {
    const { attributes, members } = plan([
      { op: "remove", path: 'members[value eq "a"]' },
      { op: "replace", path: "displayName", value: "A" },
      { op: "add", path: "members", value: [{ value: "b" }] },
      { op: "replace", value: { externalId: "1", members: [{ value: "c" }] } },
    ]);
    expect(attributes.map(({ text }) => text)).toEqual(["displayName", "externalId"]);
    expect(members.map(({ kind }) => kind)).toEqual(["remove", "add", "replaceAll"]);
  });

  test("refuses to change what identifies a member", () => {
    for (const path of ["members.value", 'members[value eq "a"].type', 'members[value eq "a"].display']) {
      expect(() => plan([{ op: "replace", path, value: "x" }])).toThrow(expect.objectContaining({ scimType: "mutability" }));
    }
  });

  test("refuses members without an id", () => {
    for (const value of [[{}], [{ value: "" }], [7], [null], "", [{ value: 7 }]]) {
      expect(() => plan([{ op: "add", path: "members", value }])).toThrow(expect.objectContaining({ scimType: "invalidValue" }));
    }
    expect(() => plan([{ op: "add", path: "members" }])).toThrow(expect.objectContaining({ scimType: "invalidValue" }));
  });
});

describe("tolerance 8: Remove with a list of members", () => {
  test("removes only the listed ones", () => {
    const quirks = createQuirkLog();
    const operation = { op: "Remove", path: "members", value: [{ $ref: null, value: "a" }] };
    expect(plan([operation], quirks).members).toEqual([{ kind: "remove", ids: ["a"] }]);
    expect(quirks.entries().map(({ code }) => code)).toEqual(["missing_schemas", "op_case", "member_list_remove", "null_ref"]);
  });

  test("removes nobody for an empty list", () => {
    expect(plan([{ op: "Remove", path: "members", value: [] }]).members).toEqual([{ kind: "remove", ids: [] }]);
  });

  test("empties the group only without a value, and says so", () => {
    const quirks = createQuirkLog();
    expect(plan([{ op: "remove", path: "members" }], quirks).members).toEqual([{ kind: "removeAll" }]);
    expect(quirks.entries().map(({ code }) => code)).toContain("remove_all_members");
  });
});

describe("tolerance 10: push now of an empty group", () => {
  test("replaces the membership with nobody", () => {
    expect(plan([{ op: "replace", path: "members", value: [] }]).members).toEqual([{ kind: "replaceAll", ids: [] }]);
    expect(plan([{ op: "replace", path: "members", value: null }]).members).toEqual([{ kind: "replaceAll", ids: [] }]);
    expect(plan([{ op: "replace", value: { members: [] } }]).members).toEqual([{ kind: "replaceAll", ids: [] }]);
  });
});

describe("tolerance 11: rename without members", () => {
  test("leaves the membership alone", () => {
    const { attributes, members } = plan([{ op: "replace", value: { id: "abf4", displayName: "Test" } }]);
    expect(attributes).toHaveLength(1);
    expect(members).toEqual([]);
  });
});

describe("tolerance 12: members as clients write them", () => {
  test("null $ref and display, missing type, bare ids and references are understood", () => {
    const value = [
      { $ref: null, value: "a" },
      { value: "b", display: null },
      "c",
      { $ref: "https://x/scim/Users/d" },
      { Value: "e" },
    ];
    expect(plan([{ op: "add", path: "members", value }]).members).toEqual([{ kind: "add", ids: ["a", "b", "c", "d", "e"] }]);
  });
});

describe("tolerance 14: one operation for each member", () => {
  test("becomes one change, each id once", () => {
    const operations = ["a", "b", "a"].map((value) => ({ op: "Add", path: "members", value: [{ value }] }));
    expect(plan(operations).members).toEqual([{ kind: "add", ids: ["a", "b"] }]);
  });
});

describe("limits", () => {
  const people = (count: number) => Array.from({ length: count }, (_each, index) => ({ value: String(index) }));

  test("a request names at most 20,000 members", () => {
    expect(plan([{ op: "add", path: "members", value: people(20_000) }]).members).toHaveLength(1);
    expect(() => plan([{ op: "add", path: "members", value: people(20_001) }])).toThrow(expect.objectContaining({ scimType: "tooMany" }));
    const twice = [people(15_000), people(15_000)].map((value) => ({ op: "add", path: "members", value }));
    expect(() => plan(twice)).toThrow(expect.objectContaining({ scimType: "tooMany" }));
  });
});
