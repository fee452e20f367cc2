import { describe, expect, test } from "vitest";
import { methodNotAllowed, notFound, tooManyRequests, unauthorized, uniqueness } from "@/lib/scim/errors";

describe("RFC 7644 section 3.12: errors", () => {
  test("status is a string, scimType only where there is one (tolerance 42)", () => {
    expect(uniqueness("The userName is taken.").toBody()).toEqual({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: "409",
      scimType: "uniqueness",
      detail: "The userName is taken.",
    });
    expect(notFound("There is no such user.").toBody()).not.toHaveProperty("scimType");
  });

  test("carry the headers that belong to them", () => {
    expect(unauthorized("No valid token.").headers).toEqual({ "WWW-Authenticate": "Bearer" });
    expect(methodNotAllowed("Not here.", ["GET", "POST"]).headers).toEqual({ Allow: "GET, POST" });
  });

  test("Retry-After is an integer of at least a second (tolerance 41)", () => {
    expect(tooManyRequests("Slow down.", 1.2).headers).toEqual({ "Retry-After": "2" });
    expect(tooManyRequests("Slow down.", 0).headers).toEqual({ "Retry-After": "1" });
  });
});
