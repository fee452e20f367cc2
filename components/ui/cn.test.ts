import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { extendTailwindMerge } from "tailwind-merge";
import { expect, it } from "vitest";
import { cn } from "./cn";

const full = extendTailwindMerge({ extend: { classGroups: { "font-size": [{ text: ["2xs"] }] } } });

it("joins what does not conflict, and lets the later class win", () => {
  expect(cn("flex px-2 text-sm", false, "px-4")).toBe("flex text-sm px-4");
});

it("agrees with all of Tailwind on every pair of classes that our sources use", () => {
  const classes = collectClasses();
  expect(classes.length).toBeGreaterThan(200);
  const wrong: string[] = [];
  for (const first of classes) {
    for (const second of classes) {
      const pair = `${first} ${second}`;
      if (first !== second && kindOf(first) === kindOf(second) && cn(pair) !== full(pair)) wrong.push(`${pair} → ${cn(pair)}, not ${full(pair)}`);
    }
  }
  expect(wrong.slice(0, 40), "a class of a new kind: give it a line in class-groups.ts").toEqual([]);
});

/** Only classes of one kind can conflict: a first word in common, or a word that stands alone. */
function kindOf(name: string): string {
  const word = name.replace(/^-/, "").split("-")[0] ?? "";
  if (/^[pm][xytrbl]?$/.test(word)) return word.slice(0, 1);
  return ["w", "h", "size"].includes(word) ? "size" : ["inset", "top", "right", "bottom", "left"].includes(word) ? "inset" : ["text", "leading", "truncate"].includes(word) ? "text" : name.includes("-") ? word : "";
}

/** The plain utility classes in our sources; a variant before them changes nothing about what conflicts. */
function collectClasses(): string[] {
  const found = new Set<string>();
  for (const folder of ["app", "components"]) {
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(file) || file.endsWith(".test.ts")) continue;
      const text = readFileSync(path.join(folder, file), "utf8");
      for (const [, value = ""] of text.matchAll(/(?:className=|cn\(|Class = |: )\{?"([^"]+)"/g)) for (const word of value.split(/\s+/)) found.add(word.replace(/^(?:[^:[\]]+:)+/, ""));
    }
  }
  // Animations of our own are unknown to the full table.
  return [...found].filter((name) => !name.startsWith("animate-") && /^-?[a-z][a-z0-9-]*(?:-\[[^\]]+\])?$|^[a-z-]+\/\d+$/.test(name));
}
