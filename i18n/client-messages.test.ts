import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

// Every page gets `common` from the root layout; <Messages of={["members", "guides.names"]}> in the page or in a layout above adds the others.
const root = process.cwd();
const pages = listPages(path.join(root, "app"));
const sources = new Map<string, string>();

describe("the texts that a page hands to its client components", () => {
  it.each(pages.map((page) => [path.relative(root, page)] as const))("%s brings the namespaces that they ask for", (page) => {
    const entries = [path.join(root, page), ...layoutsAbove(path.join(root, page))];
    const given = new Set(["common", ...entries.flatMap((file) => [...read(file).matchAll(/<Messages of=\{\[([^\]]*)\]\}/g)].flatMap((match) => [...(match[1] ?? "").matchAll(/"([\w.]+)"/g)].map(([, name]) => name)))]);
    const missing = [...askedFor(entries)].filter((name) => ![...given].some((part) => name === part || name.startsWith(`${String(part)}.`))).sort();
    expect(missing.join("\n"), `add them to <Messages of={[…]}> of ${page} or of a layout above it`).toBe("");
  });
});

/** The namespaces that client components reachable from these files read. */
function askedFor(entries: readonly string[]): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string, client: boolean): void => {
    const inClient = client || /^\s*"use client"/.test(read(file));
    if (seen.has(`${file} ${String(inClient)}`)) return;
    seen.add(`${file} ${String(inClient)}`);
    if (inClient) for (const [, name] of read(file).matchAll(/useTranslations(?:<[^>]*>)?\(\s*"([\w.]+)"/g)) if (name) names.add(name);
    for (const target of importsOf(file)) visit(target, inClient);
  };
  for (const file of entries) visit(file, false);
  return names;
}

function importsOf(file: string): string[] {
  const statements = [...read(file).matchAll(/(?:^|\n)(?:import|export)\s(?!type\b)[^;]*?from\s+"([^"]+)"/g), ...read(file).matchAll(/import\(\s*"([^"]+)"\s*\)/g)];
  return statements.flatMap(([, from = ""]) => {
    if (from.startsWith("@/components/") || from.startsWith("@/app/") || from.startsWith("@/lib/client/")) return resolve(path.join(root, from.slice(2)));
    return from.startsWith(".") ? resolve(path.join(path.dirname(file), from)) : [];
  });
}

function resolve(target: string): string[] {
  return [".tsx", ".ts"].map((ending) => target + ending).filter((file) => existsSync(file));
}

function layoutsAbove(page: string): string[] {
  const found: string[] = [];
  for (let folder = path.dirname(page); folder.startsWith(path.join(root, "app")); folder = path.dirname(folder)) {
    found.push(...["layout.tsx", "template.tsx", "error.tsx", "loading.tsx", "not-found.tsx"].map((name) => path.join(folder, name)).filter((file) => existsSync(file)));
  }
  return found;
}

function listPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => path.basename(name) === "page.tsx").map((name) => path.join(folder, name));
}

function read(file: string): string {
  const known = sources.get(file) ?? readFileSync(file, "utf8");
  sources.set(file, known);
  return known;
}
