import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConversations } from "./conversation.ts";

const rows = JSON.parse(readFileSync(new URL("tolerances.json", import.meta.url), "utf8")) as Record<string, string>;
const conversations = readConversations();

describe("The recorded conversations", () => {
  it.each(Object.entries(rows))("hold one for tolerance %s: %s", (row) => {
    expect(conversations.some(({ conversation }) => conversation.tolerances?.includes(Number(row)))).toBe(true);
  });

  it("name only tolerances that exist", () => {
    const named = conversations.flatMap(({ conversation }) => conversation.tolerances ?? []);
    expect(named.filter((row) => !(String(row) in rows))).toEqual([]);
  });

  it("have titles of their own", () => {
    const titles = conversations.map(({ conversation }) => conversation.title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
