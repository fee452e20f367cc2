import { describe, expect, test } from "vitest";
import { resolveBulkIds } from "@/lib/scim/bulk/bulk-references";
import { bulkResponse } from "@/lib/scim/bulk/bulk-response";
import { type BulkEntry, type BulkOperation, parseBulkRequest } from "@/lib/scim/bulk/parse-bulk-request";
import { planBulk } from "@/lib/scim/bulk/plan-bulk";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const parse = (operations: unknown[], message: object = {}) =>
  parseBulkRequest({ schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], ...message, Operations: operations }, { maxOperations: 1_000 });

const user = (bulkId: string, data: object = {}) => ({ method: "POST", path: "/Users", bulkId, data: { userName: bulkId, ...data } });
const group = (bulkId: string, ...members: string[]) => ({
  method: "POST",
  path: "/Groups",
  bulkId,
  data: { displayName: bulkId, members: members.map((value) => ({ value })) },
});

function operationOf(entry: BulkEntry | undefined): BulkOperation {
  if (entry?.kind !== "operation") throw new Error("refused");
  return entry.operation;
}

/** `0 1 2!` runs three operations and completes the third. */
const order = (operations: unknown[]): string =>
  planBulk(parse(operations).entries)
    .map((step) => (step.kind === "run" ? `${step.index}${step.deferred.length > 0 ? "-" : ""}` : `${step.index}!`))
    .join(" ");

describe("RFC 7644 section 3.7: bulk requests", () => {
  test("reads each kind of operation", () => {
    const { failOnErrors, entries } = parse(
      [
        user("a"),
        { method: "put", path: "/Users/1", version: 'W/"1"', data: { userName: "x" } },
        { method: "PATCH", path: "/Groups/2", bulkId: "p", data: { Operations: [] } },
        { method: "DELETE", path: "/Users/3", data: { ignored: true } },
      ],
      { failOnErrors: 2 },
    );
    expect(failOnErrors).toBe(2);
    expect(entries.map(operationOf)).toEqual([
      { method: "POST", endpoint: "/Users", id: null, bulkId: "a", data: { userName: "a" } },
      { method: "PUT", endpoint: "/Users", id: "1", version: 'W/"1"', data: { userName: "x" } },
      { method: "PATCH", endpoint: "/Groups", id: "2", bulkId: "p", data: { Operations: [] } },
      { method: "DELETE", endpoint: "/Users", id: "3", data: null },
    ]);
  });

  test.each([
    "x",
    { method: "GET", path: "/Users/1" },
    { method: "POST", path: "/Users", data: {} },
    { method: "POST", path: "/Users/1", bulkId: "b", data: {} },
    { method: "POST", path: "/Devices", bulkId: "b", data: {} },
    { method: "POST", path: "/Users", bulkId: "b" },
    { method: "PUT", path: "/Users", data: {} },
    { method: "PUT", path: "/Users/", data: {} },
    { method: "PUT", path: "/Users/1/2", data: {} },
    { method: "DELETE", path: "Users/1" },
    { method: "POST", path: "/Users", bulkId: "b", data: { x: "\ud800" } },
    JSON.parse('{"method":"DELETE","path":"/Users/1","__proto__":{}}') as unknown,
  ])("refuses %j for itself and reads the others", (operation) => {
    const { entries } = parse([operation, user("a")]);
    expect(entries.map(({ kind }) => kind)).toEqual(["refused", "operation"]);
    expect(entries[0]).toMatchObject({ error: { status: 400 } });
  });

  test("refuses a bulkId that is used twice", () => {
    expect(parse([user("a"), user("a")]).entries[1]).toMatchObject({ kind: "refused", method: "POST", bulkId: "a" });
  });

  test("refuses messages that are none", () => {
    for (const body of [null, [], {}, { Operations: {} }]) {
      expect(() => parseBulkRequest(body, { maxOperations: 1 })).toThrow(expect.objectContaining({ scimType: "invalidSyntax" }));
    }
    expect(() => parse([], { failOnErrors: 0 })).toThrow(expect.objectContaining({ scimType: "invalidValue" }));
  });

  test("refuses more operations than maxOperations with 413", () => {
    expect(() => parseBulkRequest({ Operations: [user("a"), user("b")] }, { maxOperations: 1 })).toThrow(expect.objectContaining({ status: 413 }));
  });
});

describe("RFC 7644 section 3.7.2: bulkId references", () => {
  test("are replaced in paths, data and PATCH filters", () => {
    const ids = new Map([["a", "id-a"], ["b", "id-b"]]);
    const operation = operationOf(
      parse([
        {
          method: "PATCH",
          path: "/Groups/bulkId:b",
          data: {
            Operations: [
              { op: "add", path: "members", value: [{ value: "bulkId:a", $ref: "../Users/bulkId:a" }] },
              { op: "remove", path: 'members[value eq "bulkId:a" or value eq "bulkId:b"]' },
            ],
            note: "a bulkId:a within a sentence",
          },
        },
      ]).entries[0],
    );
    expect(resolveBulkIds(operation, ids)).toMatchObject({
      id: "id-b",
      data: {
        Operations: [
          { value: [{ value: "id-a", $ref: "../Users/id-a" }] },
          { path: 'members[value eq "id-a" or value eq "id-b"]' },
        ],
        note: "a bulkId:a within a sentence",
      },
    });
  });

  test("to what was not created are refused", () => {
    const operation = operationOf(parse([group("g", "bulkId:nobody")]).entries[0]);
    expect(() => resolveBulkIds(operation, new Map())).toThrow(expect.objectContaining({ scimType: "invalidValue" }));
  });

  test("come after what they refer to", () => {
    expect(order([user("a"), group("g", "bulkId:a")])).toBe("0 1");
    expect(order([group("g", "bulkId:a", "bulkId:b"), user("b"), user("a")])).toBe("2 1 0");
    expect(order([{ method: "DELETE", path: "/Users/bulkId:a" }, user("a"), "refused"])).toBe("1 0 2");
    expect(order([group("g", "bulkId:nobody"), user("a")])).toBe("0 1");
  });
});

describe("RFC 7644 section 3.7.1: circular references", () => {
  test("are broken once and completed afterwards", () => {
    expect(order([group("a", "bulkId:b"), group("b", "bulkId:a")])).toBe("1- 0 1!");
    expect(order([user("a", { [enterprise]: { manager: { value: "bulkId:a" } } }), user("b")])).toBe("0- 0! 1");
    expect(order([group("a", "bulkId:b"), group("b", "bulkId:c"), group("c", "bulkId:a", "bulkId:b")])).toBe("2- 1 0 2!");
  });

  test("a long chain does not exhaust the stack", () => {
    const chain = Array.from({ length: 1_000 }, (_each, index) => group(`g${index}`, `bulkId:g${index + 1}`));
    expect(order(chain).startsWith("999 998 997")).toBe(true);
  });

  test("deferred references are left out with what they stand in", () => {
    const operation = operationOf(
      parse([
        user("a", {
          manager: "bulkId:b",
          [enterprise]: { department: "D", manager: { value: "bulkId:b" } },
          roles: [{ value: "bulkId:c" }, { value: "kept" }],
        }),
      ]).entries[0],
    );
    expect(resolveBulkIds(operation, new Map([["c", "id-c"]]), ["b"]).data).toEqual({
      userName: "a",
      [enterprise]: { department: "D" },
      roles: [{ value: "id-c" }, { value: "kept" }],
    });
  });
});

describe("RFC 7644 section 3.7.3: bulk responses", () => {
  test("give each status as a string and leave out what does not apply", () => {
    expect(
      bulkResponse([
        { method: "POST", status: 201, bulkId: "a", location: "https://x/Users/1", version: 'W/"1"' },
        { method: "POST", status: 409, bulkId: "b", response: { detail: "taken" } },
      ]),
    ).toEqual({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkResponse"],
      Operations: [
        { location: "https://x/Users/1", method: "POST", bulkId: "a", version: 'W/"1"', status: "201" },
        { method: "POST", bulkId: "b", status: "409", response: { detail: "taken" } },
      ],
    });
  });
});
