import { describe, expect, it } from "vitest";
import { parseLines, toLines } from "./permission-lines";

describe("Permissions as lines", () => {
  it("what is shown reads back as it was", () => {
    const permissions = [
      { resource_id: "project", actions: ["read", "write"] },
      { resource_id: "urn:billing", actions: ["*"] },
    ];
    expect(parseLines(toLines(permissions))).toEqual({ permissions });
  });

  it("names the line that is wrong", () => {
    expect(parseLines("project: read\n\nnonsense")).toEqual({ wrongLine: 3 });
    expect(parseLines("project:")).toEqual({ wrongLine: 1 });
  });
});
