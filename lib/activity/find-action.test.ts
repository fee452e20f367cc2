import { describe, expect, it } from "vitest";
import { findAction } from "./find-action";
import { findFailureCause } from "./find-failure-cause";

const action = (method: string, path: string, body: unknown = null) =>
  findAction({ method, path, requestBody: body === null ? null : JSON.stringify(body) });

describe("what an identity provider wanted", () => {
  it("recognises the credential tests of Okta and Entra", () => {
    expect(action("GET", "/Users?startIndex=1&count=2")).toBe("test_credentials");
    const entra = "/Users?filter=userName+eq+%22cf4d78e8-cc4f-4d5d-b8b9-183561c0104a%22";
    expect(action("GET", entra)).toBe("test_credentials");
  });

  it("tells a lookup from a listing", () => {
    expect(action("GET", "/Users?filter=userName%20eq%20%22a%40b.c%22&startIndex=1&count=100")).toBe("find_user");
    expect(action("GET", "/Users?startIndex=1&count=100")).toBe("list_users");
    expect(action("GET", "/Groups?excludedAttributes=members&filter=displayName+eq+%22X%22")).toBe("find_group");
  });

  it("sees deactivation in each dialect", () => {
    const patch = (operation: object) => action("PATCH", "/Users/1", { Operations: [operation] });
    expect(patch({ op: "replace", value: { active: false } })).toBe("deactivate_user");
    expect(patch({ op: "Replace", path: "active", value: "False" })).toBe("deactivate_user");
    expect(patch({ op: "replace", path: "active", value: true })).toBe("activate_user");
    expect(action("PUT", "/Users/1", { userName: "a", active: false })).toBe("deactivate_user");
    expect(action("PUT", "/Users/1", { userName: "a", active: true })).toBe("update_user");
  });

  it("tells members of a group from its name", () => {
    expect(action("PATCH", "/Groups/1", { Operations: [{ op: "add", path: "members", value: [] }] })).toBe("change_members");
    expect(action("PATCH", "/Groups/1", { Operations: [{ op: "replace", value: { displayName: "X" } }] })).toBe("update_group");
  });
});

describe("why a call failed", () => {
  const cause = (status: number, path: string, more: object = {}) =>
    findFailureCause({ status, path, scimType: null, requestHeaders: {}, ...more });

  it("tells a wrong token from none", () => {
    expect(cause(401, "/Users")).toBe("token_missing");
    expect(cause(401, "/Users", { requestHeaders: { authorization: "Bearer [redacted]" } })).toBe("token_wrong");
    expect(cause(401, "/Users", { requestHeaders: { authorization: "Basic [redacted]" } })).toBe("token_basic");
    expect(cause(401, "/Users", { requestHeaders: { authorization: "Bearer Bearer [redacted]" } })).toBe("token_twice");
  });

  it("names what is wrong with the path", () => {
    expect(cause(404, "/scim/v2/Users")).toBe("path_doubled");
    expect(cause(404, "/?aadOptscim062020/Users")).toBe("path_flag");
    expect(cause(404, "/Users/0c1f")).toBe("user_unknown");
    expect(cause(404, "/People")).toBe("path_unknown");
  });

  it("has nothing to say about a call that worked", () => {
    expect(cause(204, "/Users/1")).toBeNull();
  });
});
