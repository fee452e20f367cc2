import { describe, expect, it } from "vitest";
import { sameRows, toBody, toRows } from "./mapping-rows";

const entries = [
  { group_id: "g1", group_name: "Engineering", role_id: "editor" },
  { group_id: "g1", group_name: "Engineering", role_id: "viewer" },
  { group_id: null, group_name: "Finance", role_id: "billing" },
];

describe("Rows of the mapping editor", () => {
  it("loading and saving keeps every role of a group, not only the first", () => {
    const rows = toRows({ role_mappings: entries });
    expect(rows.map((row) => row.roleIds)).toEqual([["editor", "viewer"], ["billing"]]);
    expect(toBody(rows, "v1")).toEqual({
      version: "v1",
      role_mappings: [
        { group_id: "g1", role_id: "editor" },
        { group_id: "g1", role_id: "viewer" },
        { group_name: "Finance", role_id: "billing" },
      ],
    });
  });

  it("another order is no change, a role more is one", () => {
    const rows = toRows({ role_mappings: entries });
    expect(sameRows(rows, toRows({ role_mappings: [...entries].reverse() }))).toBe(true);
    expect(sameRows(rows, rows.map((row) => ({ ...row, roleIds: [...row.roleIds, "org_admin"] })))).toBe(false);
  });

  it("a row without roles is no change", () => {
    const rows = toRows({ role_mappings: entries });
    expect(sameRows(rows, [...rows, { key: "name:sales", groupId: null, groupName: "Sales", roleIds: [] }])).toBe(true);
  });
});
