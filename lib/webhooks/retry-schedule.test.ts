import { describe, expect, it } from "vitest";
import { pauseBeforeRetry } from "./retry-schedule";

describe("Retry schedule", () => {
  it("tries ten times: 0 s, 5 s, 1 m, 5 m, 30 m, 2 h, 8 h and three times a day later", () => {
    const middle = Array.from({ length: 11 }, (_, attempts) => pauseBeforeRetry(attempts, () => 0.5));
    expect(middle.map((pause) => (pause === null ? null : pause / 1000))).toEqual([0, 5, 60, 300, 1800, 7200, 28_800, 86_400, 86_400, 86_400, null]);
  });

  it("goes up to a tenth to either side", () => {
    expect(pauseBeforeRetry(2, () => 0)).toBe(54_000);
    expect(pauseBeforeRetry(2, () => 1)).toBe(66_000);
  });
});
