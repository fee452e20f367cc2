import { expect, test } from "vitest";
import { createQuirkLog } from "@/lib/scim/quirks/quirk-log";

test("repairs are counted by code, with the last sample", () => {
  const quirks = createQuirkLog();
  quirks.note("op_case", "Add");
  quirks.note("op_case", "Replace");
  quirks.note("op_case");
  quirks.note("null_ref");
  expect(quirks.entries()).toEqual([
    { code: "op_case", count: 3, sample: "Replace" },
    { code: "null_ref", count: 1 },
  ]);
});
