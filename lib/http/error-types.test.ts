import { describe, expect, it } from "vitest";
import texts from "@/messages/en/errors.json";
import { errorTypes } from "@/lib/contracts/error-types";

describe("Error types", () => {
  it("each have a cause and a fix, and a heading for their status", () => {
    expect(Object.keys(texts.types).sort()).toEqual(Object.keys(errorTypes).sort());
    for (const { cause, fix } of Object.values(texts.types)) expect([cause, fix]).not.toContain("");
    const statuses = [...new Set(Object.values(errorTypes))].map(String).sort();
    expect(Object.keys(texts.status).sort()).toEqual(statuses);
  });
});
