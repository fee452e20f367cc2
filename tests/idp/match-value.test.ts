import { describe, expect, it } from "vitest";
import { expandTemplate } from "./expand-template.ts";
import { matchValue } from "./match-value.ts";

const matches = (actual: unknown, expected: unknown) => matchValue(actual, expected).length === 0;

describe("Matching an answer", () => {
  it.each<[string, unknown, unknown, boolean]>([
    ["objects match as subsets", { a: 1, b: 2 }, { a: 1 }, true],
    ["a missing attribute is a difference", { b: 2 }, { a: 1 }, false],
    ["a string is not a number", { a: "1" }, { a: 1 }, false],
    ["arrays match in length", [1, 2], [1], false],
    ["arrays match in order", [1, 2], [2, 1], false],
    ["unless unordered", [1, 2], { "@unordered": [2, 1] }, true],
    ["unordered still counts", [1, 2, 3], { "@unordered": [2, 1] }, false],
    ["null is not absent", { a: null }, { a: "@absent" }, false],
    ["absent is absent", {}, { a: "@absent" }, true],
    ["a number that is a string is no number", { a: "5" }, { a: "@number" }, false],
    ["an empty string is no string", { a: "" }, { a: "@string" }, false],
    ["a UUID", "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef", "@uuid", true],
    ["a date", "2026-01-02T03:04:05.678Z", "@iso-date", true],
    ["not a date", "2026-01-02", "@iso-date", false],
    ["a pattern", "Hello world", "/^hello/i", true],
    ["a pattern that is not met", "Hello world", "/^world/", false],
    ["contains", [{ a: 1, b: 1 }], { "@contains": [{ a: 1 }] }, true],
    ["does not contain", [{ a: 1 }], { "@contains": [{ a: 2 }] }, false],
    ["excludes", [{ a: 1 }], { "@excludes": [{ a: 1 }] }, false],
    ["an absent list excludes", undefined, { "@excludes": [{ a: 1 }] }, true],
    ["length", [1], { "@length": 2 }, false],
    ["each", [{ a: 1 }, { a: 2 }], { "@each": { a: 1 } }, false],
  ])("%s", (_, actual, expected, match) => {
    expect(matches(actual, expected)).toBe(match);
  });

  it("refuses unknown matchers, so that a misspelt one is no silent match", () => {
    expect(() => matchValue("x", "@uid")).toThrow("Unknown matcher");
    expect(() => matchValue([], { "@contain": [] })).toThrow("Unknown matcher");
  });
});

describe("Filling in what was captured", () => {
  it("keeps types, fills strings, merges and repeats", () => {
    const variables = { user: { id: "1", name: { a: 1, b: 2 }, list: [1] }, ids: ["x", "y"] };
    expect(expandTemplate({ "@merge": ["{{user}}", { name: { b: 3 }, list: [] }] }, variables)).toEqual({ id: "1", name: { a: 1, b: 3 }, list: [] });
    expect(expandTemplate("/Users/{{user.id}}", variables)).toBe("/Users/1");
    expect(expandTemplate({ "@for": "{{ids}}", item: { value: "{{item}}" } }, variables)).toEqual([{ value: "x" }, { value: "y" }]);
    expect(() => expandTemplate("{{nobody}}", variables)).toThrow("Nothing was captured as nobody");
  });
});
