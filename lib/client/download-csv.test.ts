import { describe, expect, it } from "vitest";
import { csvCell } from "@/lib/contracts/csv";

describe("a CSV cell", () => {
  it("quotes commas, quotes and line ends (RFC 4180 section 2)", () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell("one\ntwo")).toBe('"one\ntwo"');
  });

  it("never starts a formula", () => {
    expect(csvCell("=HYPERLINK(1)")).toBe("'=HYPERLINK(1)");
    expect(csvCell("@sum")).toBe("'@sum");
  });

  it("writes nothing for nothing, and JSON for structures", () => {
    expect(csvCell(null)).toBe("");
    expect(csvCell({ a: 1 })).toBe('"{""a"":1}"');
  });
});
