import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import messages from "@/messages/en/activity.json";
import members from "@/messages/en/members.json";
import { auditKinds } from "./audit-parameters";

/** Every action that the code records: `action: "connection.create"`. Those of a policy stand beside a resource. */
function recordedActions(inFile: (source: string) => boolean = () => true): string[] {
  const files = ["lib", "cli"].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`));
  const sources = files.filter((name) => name.endsWith(".ts") && !name.includes(".test.") && !name.includes("generated"));
  const found = sources.map((name) => readFileSync(name, "utf8")).filter(inFile).flatMap((source) => [...source.replace(/resource_id: "[^"]+", action: "[^"]+"/g, "").matchAll(/\baction: "([a-z_]+\.[a-z_]+)"/g)].map(([, action = ""]) => action));
  return [...new Set(found)].sort();
}

describe("The audit log in words", () => {
  it.each(recordedActions())("%s has words and a kind to filter by", (action) => {
    const [kind = "", verb = ""] = action.split(".");
    const words = messages.actions as Record<string, Record<string, string>>;
    expect(words[kind]?.[verb]).toBeTypeOf("string");
    expect(auditKinds).toContain(kind);
  });
});

describe("The history of a member in words", () => {
  const aboutMember = (source: string): boolean => /target(: | = )\{ ?type: "member"|target: \{\s+type: "member"/.test(source);
  it.each(recordedActions(aboutMember))("%s has words", (action) => {
    expect((members.history.kinds as Record<string, string>)[action.replace(".", "_")]).toBeTypeOf("string");
  });
});
