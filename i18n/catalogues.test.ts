import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { locales } from "./locales";
import { namespaces } from "./messages";

const [first, ...others] = locales;
/** E-mails, refusals and what is said when a whole page fails are written outside of pages. */
const files = [...namespaces, "mail", "outage", "refusals"] as const;
const read = (locale: string, name: string): Record<string, string> => flatten(JSON.parse(readFileSync(`messages/${locale}/${name}.json`, "utf8")) as object);

describe("the catalogues of texts", () => {
  it("have a folder for each language, and none that cannot be chosen", () => {
    expect(readdirSync("messages").sort()).toEqual([...locales].sort());
  });

  it.each(files)("%s: every text can be read as an ICU message", (name) => {
    for (const locale of locales) for (const [key, text] of Object.entries(read(locale, name))) expect(() => parse(text), `${locale}/${name}: ${key}`).not.toThrow();
  });

  it.each(others.flatMap((locale) => files.map((name) => [locale, name] as const)))("%s/%s has the same texts with the same placeholders as the first language", (locale, name) => {
    expect(existsSync(`messages/${locale}/${name}.json`)).toBe(true);
    const [wanted, given] = [read(first, name), read(locale, name)];
    expect(Object.keys(given).sort()).toEqual(Object.keys(wanted).sort());
    for (const [key, text] of Object.entries(wanted)) expect(placeholders(given[key] ?? ""), `${locale}/${name}: ${key}`).toEqual(placeholders(text));
  });
});

function flatten(value: object, path = ""): Record<string, string> {
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (typeof inner === "string" ? [[path + key, inner]] : Object.entries(flatten(inner as object, `${path}${key}.`)))));
}

/** Names and kinds of what a message takes, tags included: `count plural`, `strong tag`. Plural forms differ among languages. */
function placeholders(text: string): string[] {
  const found = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(`${element.value} ${element.type}`);
      if (element.type === TYPE.tag) walk(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(text));
  return [...found].sort();
}
