import { describe, expect, it } from "vitest";
import type { MappingRow } from "./mapping-rows";
import { describeOthers, rebaseRows } from "./rebase-rows";

const row = (groupName: string, roleIds: string[], pushed = true): MappingRow =>
  pushed ? { key: `id-${groupName}`, groupId: `id-${groupName}`, groupName, roleIds } : { key: `name:${groupName.toLowerCase()}`, groupId: null, groupName, roleIds };

const shown = (rows: MappingRow[]) => Object.fromEntries(rows.map((each) => [each.groupName, each.roleIds.join(" ")]));

describe("A mapping that somebody else changed while it was edited", () => {
  const base = [row("Sales", ["viewer"]), row("Support", ["viewer", "editor"]), row("Finance", ["billing"])];

  it("keeps what both did, on different lines and on the same", () => {
    const theirs = [row("Sales", ["viewer", "editor"]), row("Support", ["viewer"]), row("Finance", ["billing"]), row("Legal", ["viewer"])];
    const mine = [row("Sales", ["billing"]), row("Support", ["viewer", "editor", "billing"])];
    expect(shown(rebaseRows(mine, { base, theirs }))).toEqual({ Sales: "editor billing", Support: "viewer billing", Legal: "viewer" });
  });

  it("keeps a line that was only just added and has no role yet, and lets go of one that both took away", () => {
    const theirs = base.slice(0, 2);
    const mine = [...base.slice(0, 2), row("Legal", [], false)];
    expect(shown(rebaseRows(mine, { base, theirs }))).toEqual({ Sales: "viewer", Support: "viewer editor", Legal: "" });
  });

  it("knows a group again that was only named and has arrived meanwhile", () => {
    const named = [row("Legal", ["viewer"], false)];
    const theirs = [row("Legal", ["viewer"])];
    expect(rebaseRows([row("Legal", ["viewer", "editor"], false)], { base: named, theirs })).toEqual([row("Legal", ["viewer", "editor"])]);
    expect(describeOthers({ base: named, theirs })).toEqual([{ key: "id-Legal", groupName: "Legal", added: [], removed: [], arrived: true }]);
  });

  it("says line by line what the others did, and nothing of what stayed", () => {
    const theirs = [row("Sales", ["editor"]), row("Support", ["viewer", "editor"])];
    expect(describeOthers({ base, theirs })).toEqual([
      { key: "id-Sales", groupName: "Sales", added: ["editor"], removed: ["viewer"], arrived: false },
      { key: "id-Finance", groupName: "Finance", added: [], removed: ["billing"], arrived: false },
    ]);
  });
});
