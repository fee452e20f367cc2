import { describe, expect, test } from "vitest";
import { parseListQuery } from "@/lib/scim/messages/parse-list-query";
import { silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { compareSortKeys, sortKey } from "@/lib/scim/resource/compare-resources";
import type { Resource } from "@/lib/scim/resource/resource";
import { userResource } from "@/lib/scim/schema/resource-schema";

const people: Resource[] = [
  { userName: "b", externalId: "B", emails: [{ value: "z" }, { value: "A", primary: true }], meta: { created: "2026-01-01T00:00:00+01:00" } },
  { userName: "C", externalId: "a", emails: [{ value: "m" }], meta: { created: "2026-01-01T00:00:00Z" }, active: true },
  { userName: "a", meta: { created: "2025-12-31T23:30:00Z" }, active: false },
];

function sorted(query: string): unknown[] {
  const { sortBy, sortOrder } = parseListQuery(new URLSearchParams(query), userResource, silentQuirkLog, { defaultCount: 1, maxCount: 1 });
  if (sortBy === undefined) throw new Error("no sortBy");
  return people.toSorted((a, b) => compareSortKeys(sortKey(a, sortBy), sortKey(b, sortBy), sortOrder)).map(({ userName }) => userName);
}

describe("RFC 7644 section 3.4.2.3: sorting", () => {
  test("respects case only where the schema does", () => {
    expect(sorted("sortBy=userName")).toEqual(["a", "b", "C"]);
    expect(sorted("sortBy=externalId")).toEqual(["b", "C", "a"]);
  });

  test("takes the primary or the first value of several", () => {
    expect(sorted("sortBy=emails.value")).toEqual(["b", "C", "a"]);
  });

  test("puts the unassigned last ascending and first descending", () => {
    expect(sorted("sortBy=emails&sortOrder=descending")).toEqual(["a", "C", "b"]);
    expect(sorted("sortBy=active")).toEqual(["a", "C", "b"]);
  });

  test("sorts dates as instants", () => {
    expect(sorted("sortBy=meta.created")).toEqual(["b", "a", "C"]);
  });
});
