import { describe, expect, test } from "vitest";
import { ScimError } from "@/lib/scim/errors";
import { listResponse } from "@/lib/scim/messages/list-response";
import { parseListParameters, parseListQuery } from "@/lib/scim/messages/parse-list-query";
import { parseRootQuery } from "@/lib/scim/messages/parse-root-query";
import { parseSearchRequest } from "@/lib/scim/messages/parse-search-request";
import { createQuirkLog, silentQuirkLog } from "@/lib/scim/quirks/quirk-log";
import { formatAttributePath } from "@/lib/scim/schema/attribute-path";
import { groupResource, userResource } from "@/lib/scim/schema/resource-schema";

const limits = { defaultCount: 100, maxCount: 500 };
const parse = (query: string) => parseListQuery(new URLSearchParams(query), userResource, silentQuirkLog, limits);

function refusal(work: () => unknown): ScimError {
  try {
    work();
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error("was accepted");
}

describe("RFC 7644 section 3.4.2.4: paging by index", () => {
  test("defaults to the first page", () => {
    expect(parse("")).toMatchObject({ startIndex: 1, count: 100, sortOrder: "ascending" });
    expect(parse("startIndex=101&count=50")).toMatchObject({ startIndex: 101, count: 50 });
    expect(parse("startIndex=&count=")).toMatchObject({ startIndex: 1, count: 100 });
  });

  test("brings values out of range into it (tolerance 33)", () => {
    expect(parse("startIndex=0&count=0")).toMatchObject({ startIndex: 1, count: 0 });
    expect(parse("startIndex=-5&count=-1")).toMatchObject({ startIndex: 1, count: 0 });
    expect(parse("count=100000")).toMatchObject({ count: 500 });
    const quirks = createQuirkLog();
    parseListQuery(new URLSearchParams("count=100000"), userResource, quirks, limits);
    expect(quirks.entries()).toEqual([{ code: "page_clamped", count: 1, sample: "startIndex=1&count=100000" }]);
  });

  test.each(["count=x", "count=1.5", "count=0x10", "startIndex=1e3", "count=99999999999999999999"])("refuses %s", (query) => {
    expect(refusal(() => parse(query)).scimType).toBe("invalidValue");
  });
});

describe("RFC 9865 section 2: paging by cursor", () => {
  test("an empty cursor asks for the first page, none for paging by index", () => {
    expect(parse("cursor&count=10")).toMatchObject({ cursor: "", count: 10 });
    expect(parse("cursor=VZUTiyhEQJ94IR")).toMatchObject({ cursor: "VZUTiyhEQJ94IR", count: 100 });
    expect(parse("count=10")).not.toHaveProperty("cursor");
  });

  test("a bad count is invalidCount", () => {
    expect(refusal(() => parse("cursor=&count=many")).scimType).toBe("invalidCount");
  });
});

describe("RFC 7644 section 3.4.2.3: sorting", () => {
  test.each([
    ["userName", "userName"],
    ["NAME.familyname", "name.familyName"],
    ["emails", "emails.value"],
    ["name", "name.formatted"],
    ["meta.lastModified", "meta.lastModified"],
    ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value"],
  ])("sortBy %s means %s", (sortBy, expected) => {
    const path = parse(`sortBy=${sortBy}&sortOrder=Descending`).sortBy;
    expect(path && formatAttributePath(path)).toBe(expected);
  });

  test("refuses what cannot be sorted by", () => {
    for (const sortBy of ["nothing", "password", "meta"]) expect(refusal(() => parse(`sortBy=${sortBy}`)).scimType).toBe("invalidPath");
    expect(refusal(() => parse("sortBy=userName&sortOrder=up")).scimType).toBe("invalidValue");
  });
});

describe("RFC 7644 section 3.4.2: query parameters", () => {
  test("filter and projection are parsed", () => {
    const { filter, projection } = parse("filter=userName%20eq%20%22a%2Bb%22&attributes=userName,emails.value");
    expect(filter).toMatchObject({ kind: "compare", compared: { value: "a+b" } });
    expect([projection.wants("userName"), projection.wants("title")]).toEqual([true, false]);
    expect(parse("filter=")).not.toHaveProperty("filter");
    expect(refusal(() => parse("filter=nothing")).scimType).toBe("invalidFilter");
  });

  test("a plus is a space (tolerance 22)", () => {
    expect(parse("filter=userName+eq+%22x+y%22").filter).toMatchObject({ compared: { value: "x y" } });
  });

  test.each(["aadOptscim062020", "aadoptscim062020=", "count=7&AADOptSCIM062020=true", "", "&"])("ignores %j (tolerance 32)", (query) => {
    expect(parse(query).startIndex).toBe(1);
  });

  test("repeated lists of attributes add up", () => {
    const { projection } = parse("attributes=userName&attributes=title");
    expect([projection.wants("userName"), projection.wants("title"), projection.wants("active")]).toEqual([true, true, false]);
  });

  test("names of parameters count in any case, of repeated ones the first", () => {
    expect(parse("COUNT=7&startindex=3&count=9")).toMatchObject({ count: 7, startIndex: 3 });
  });
});

describe("RFC 7644 section 3.4.3: POST to .search", () => {
  const search = (body: unknown) => parseListParameters(parseSearchRequest(body), userResource, silentQuirkLog, limits);

  test("reads the same parameters from a body", () => {
    const query = search({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
      attributes: ["displayName", "userName"],
      filter: 'displayName sw "smith"',
      startIndex: 1,
      count: 10,
      sortBy: "userName",
      sortOrder: "descending",
      cursor: "",
    });
    expect(query).toMatchObject({ startIndex: 1, count: 10, cursor: "", sortOrder: "descending", filter: { operator: "sw" } });
    expect(query.projection.wants("title")).toBe(false);
    expect(search({})).toMatchObject({ startIndex: 1, count: 100 });
    expect(search({ filter: null, count: null, attributes: null })).toMatchObject({ count: 100 });
  });

  test.each([[null, "invalidSyntax"], [{ filter: 7 }, "invalidSyntax"], [{ attributes: [7] }, "invalidSyntax"], [{ count: true }, "invalidValue"], [{ count: 1.5 }, "invalidValue"], [{ cursor: "", count: 1.5 }, "invalidCount"]])(
    "refuses %j with %s",
    (body, scimType) => {
      expect(refusal(() => search(body)).scimType).toBe(scimType);
    },
  );
});

describe("RFC 7644 section 3.4.2.1: queries at the root", () => {
  const root = (parameters: object) => parseRootQuery(parameters, [userResource, groupResource], silentQuirkLog, limits);

  test("means something for each resource type", () => {
    const queries = root({ filter: 'userName sw "a" or displayName sw "a"', sortBy: "userName", count: 7 });
    expect(queries.map(({ schema }) => schema.resourceType)).toEqual(["User", "Group"]);
    expect(queries.map(({ query }) => query.count)).toEqual([7, 7]);
    expect(queries.map(({ query }) => query.sortBy?.attribute.name)).toEqual(["userName", undefined]);
    expect(queries[1]?.query.filter).toMatchObject({ kind: "or", filters: [{ kind: "constant", value: false }, { kind: "compare" }] });
  });

  test("refuses what no resource type has", () => {
    expect(refusal(() => root({ sortBy: "nothing" })).scimType).toBe("invalidPath");
    expect(refusal(() => root({ filter: "nothing pr" })).scimType).toBe("invalidFilter");
  });
});

describe("RFC 7644 section 3.4.2: ListResponse", () => {
  test("has numbers and an array, also when empty", () => {
    expect(listResponse({ totalResults: 0, startIndex: 1, resources: [] })).toEqual({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      totalResults: 0,
      startIndex: 1,
      itemsPerPage: 0,
      Resources: [],
    });
  });

  test("carries cursors instead of an index (RFC 9865 section 2)", () => {
    expect(listResponse({ totalResults: 3, resources: [{ id: "1" }], nextCursor: "n", previousCursor: "p" })).toEqual({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      totalResults: 3,
      itemsPerPage: 1,
      previousCursor: "p",
      nextCursor: "n",
      Resources: [{ id: "1" }],
    });
  });
});
