import { describe, expect, test } from "vitest";
import { ScimError } from "@/lib/scim/errors";
import { applyPatch } from "@/lib/scim/patch/apply-patch";
import { parsePatchOp } from "@/lib/scim/patch/parse-patch-op";
import { silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import type { Resource } from "@/lib/scim/resource/resource";
import { userResource } from "@/lib/scim/schema/resource-schema";

const emails = Array.from({ length: 900 }, (_, n) => ({ value: `x${n}@example.com`, type: "other" }));
const nobody: Resource = { userName: "ada" };
const somebody: Resource = { userName: "ada", emails };

type Operation = { op: string; path?: string; value?: unknown };

function patch(stored: Resource, make: (n: number) => Operation): Resource {
  const operations = parsePatchOp({ Operations: Array.from({ length: 1000 }, (_, n) => make(n)) }, userResource, silentQuirkLog);
  return applyPatch(userResource, stored, operations, silentQuirkLog);
}

/** Processor time, so that a busy machine does not count. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

const or80 = (n: number): string => Array.from({ length: 80 }, (_, k) => `value eq "q${k}-${n}"`).join(" or ");

describe("1,000 operations in one PATCH (RFC 7644 section 3.5.2) cost far less than a second", () => {
  test.each<[string, Resource, (n: number) => Operation]>([
    ["values added one by one", nobody, (n) => ({ op: "add", path: "emails", value: [{ value: `m${n}@example.com` }] })],
    ["primary values added one by one", nobody, (n) => ({ op: "add", path: "emails", value: [{ value: `m${n}@example.com`, primary: true }] })],
    ["one value added again and again", somebody, () => ({ op: "add", path: "emails", value: [emails[7]] })],
    ["values removed one by one", somebody, (n) => ({ op: "remove", path: `emails[value eq "x${n}@example.com"]` })],
    ["values replaced one by one", somebody, (n) => ({ op: "replace", path: `emails[value eq "x${n % 900}@example.com"].display`, value: `d${n}` })],
    ["whole lists replaced", somebody, (n) => ({ op: "replace", path: "emails", value: emails.slice(n % 800, (n % 800) + 20) })],
    ["attributes of an unknown schema", nobody, (n) => ({ op: "add", path: `urn:example:custom:2.0:User:a${n}`, value: n })],
    ["unknown schemas", nobody, (n) => ({ op: "add", value: { [`urn:example:custom${n}:2.0:User`]: { n } } })],
  ])("%s", (_name, stored, make) => {
    expect(cost(() => patch(stored, make))).toBeLessThan(900);
  });

  test("What would cost more is refused, and soon", () => {
    const started = process.cpuUsage();
    expect(() => patch(somebody, (n) => ({ op: "replace", path: `emails[${or80(n)} or type eq "other"].display`, value: "d" }))).toThrow(ScimError);
    const long = { userName: "ada", emails: [{ value: "a@example.com", display: "x".repeat(500_000) }] };
    expect(() => patch(long, () => ({ op: "replace", path: 'emails[display co "y" or value sw "a"].type', value: "work" }))).toThrow("more values");
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
  });
});
