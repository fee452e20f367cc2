import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const source = readFileSync("tests/quick-start.http.test.ts", "utf8");
const page = readFileSync("docs/api.md", "utf8");

/** The code between the marks of a test, without its indentation. */
const printed = [...source.matchAll(/ *\/\/ docs\/api\.md: (?!end)(\w+)\n([\s\S]*?) *\/\/ docs\/api\.md: end\n/g)].map(([, name = "", code = ""]) => ({
  name,
  code: code.replaceAll(/^ {2}/gm, "").trimEnd(),
}));

describe("docs/api.md", () => {
  it("prints code that a test runs", () => {
    expect(printed.length).toBeGreaterThan(5);
    for (const { name, code } of printed) expect(page, `docs/api.md differs from the test at “${name}”`).toContain(`\`\`\`ts\n${code}\n\`\`\``);
  });

  it("prints no other TypeScript", () => {
    expect(page.match(/```ts\n/g)).toHaveLength(printed.length);
  });
});
