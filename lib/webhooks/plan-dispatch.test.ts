import { describe, expect, it } from "vitest";
import { planDispatch, type Standing } from "./plan-dispatch";

const fast = (room: number): Standing => ({ room, keepsUp: true, proven: true });
const fresh = (room: number): Standing => ({ room, keepsUp: true, proven: false });
const silent: Standing = { room: 0, keepsUp: false, proven: false };
const plan = (lanes: Standing[], waitedMs = 0, results = 5000) => planDispatch({ lanes, results, most: 1000, waitedMs });

describe("How many events get their numbers now", () => {
  it("as many as everybody takes at once who keeps up", () => {
    expect(plan([fast(1000), fast(300)])).toBe(300);
    expect(plan([fresh(16), fresh(16)])).toBe(16);
    expect(plan([])).toBe(1000);
  });

  it("an endpoint that does not answer changes nothing for those who do, from the first moment on", () => {
    for (const other of [silent, fresh(0), { ...silent, keepsUp: true }]) {
      expect(plan([fast(1000), fast(300), other])).toBe(300);
      expect(plan([fast(3), fast(300), other])).toBe(0);
    }
    expect(plan([silent])).toBe(1000);
  });

  it("waits for an endpoint that is nearly full, but not long, and then takes no more than those have room for who are not", () => {
    expect(plan([fast(300), fast(0)])).toBe(0);
    expect(plan([fast(300), fast(0)], 250)).toBe(300);
  });

  it("writes nothing down for everybody while all are busy and keep up", () => {
    expect(plan([fast(0), fast(5)], 300)).toBe(0);
    expect(plan([fast(0), fast(5)], 2000)).toBe(1000);
  });

  it("takes nothing on that the database could not take the results of", () => {
    expect(plan([fast(1000)], 5000, 0)).toBe(0);
    expect(plan([fast(1000)], 0, 40)).toBe(40);
  });
});
