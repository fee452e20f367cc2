import { describe, expect, it } from "vitest";
import { planNextSteps } from "./plan-next-steps";

const states = (facts: Parameters<typeof planNextSteps>[0]) => planNextSteps(facts).map((step) => step.state);

describe("what to do next", () => {
  it("starts with the connection", () => {
    expect(states({ connections: 0, contacted: false, people: 0, groups: 0, mappings: 0 })).toEqual(["current", "pending", "pending", "pending", "pending"]);
  });

  it("waits for the IdP after that", () => {
    expect(states({ connections: 1, contacted: false, people: 0, groups: 0, mappings: 0 })).toEqual(["done", "current", "pending", "pending", "pending"]);
  });

  it("knows that roles may be mapped before groups arrive", () => {
    expect(states({ connections: 1, contacted: true, people: 3, groups: 0, mappings: 2 })).toEqual(["done", "done", "done", "current", "done"]);
  });

  it("is over when everything is there", () => {
    expect(new Set(states({ connections: 1, contacted: true, people: 3, groups: 1, mappings: 1 }))).toEqual(new Set(["done"]));
  });
});
