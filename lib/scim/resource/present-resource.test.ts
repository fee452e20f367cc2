import { describe, expect, test } from "vitest";
import { formatEtag, matchesEtag } from "@/lib/scim/resource/etag";
import { presentResource } from "@/lib/scim/resource/present-resource";
import { groupResource, userResource } from "@/lib/scim/schema/resource-schema";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const baseUrl = "https://rollcall.example/api/scim/c";
const stored = { baseUrl, version: 7, createdAt: new Date("2026-01-01"), updatedAt: new Date("2026-01-02") };

describe("RFC 7643 section 3.1: common attributes", () => {
  test("a user carries schemas, id, meta and groups", () => {
    const attributes = { userName: "x", [enterprise]: { department: "D" } };
    const groups = [{ id: "g", display: "G", type: "indirect" as const }];
    expect(presentResource(userResource, { ...stored, id: "1", attributes, groups })).toEqual({
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", enterprise],
      id: "1",
      userName: "x",
      [enterprise]: { department: "D" },
      groups: [{ value: "g", $ref: `${baseUrl}/Groups/g`, display: "G", type: "indirect" }],
      meta: {
        resourceType: "User",
        created: "2026-01-01T00:00:00.000Z",
        lastModified: "2026-01-02T00:00:00.000Z",
        location: `${baseUrl}/Users/1`,
        version: 'W/"7"',
      },
    });
  });

  test("members get type and $ref, but no null (tolerance 12)", () => {
    const members = [
      { id: "u", display: null, type: "User" as const },
      { id: "g", display: "G", type: "Group" as const },
    ];
    expect(presentResource(groupResource, { ...stored, id: "1", attributes: { displayName: "A" }, members }).members).toEqual([
      { value: "u", $ref: `${baseUrl}/Users/u`, type: "User" },
      { value: "g", $ref: `${baseUrl}/Groups/g`, display: "G", type: "Group" },
    ]);
  });

  test("members that were not loaded are left out", () => {
    expect(presentResource(groupResource, { ...stored, id: "1", attributes: { displayName: "A" } })).not.toHaveProperty("members");
  });
});

describe("RFC 7644 section 3.14: versions", () => {
  test.each(['W/"7"', '"7"', "*", 'W/"6", W/"7"'])("%s matches version 7", (header) => {
    expect(matchesEtag(header, 7)).toBe(true);
  });

  test.each(['W/"8"', "7", "", 'W/"70"', "x"])("%j does not", (header) => {
    expect(matchesEtag(header, 7)).toBe(false);
  });

  test("are weak", () => {
    expect(formatEtag(7)).toBe('W/"7"');
  });
});
