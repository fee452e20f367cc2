import { describe, expect, it } from "vitest";
import { Lane, PER_ENDPOINT } from "./lane";

/** Tries that end when the test says so. */
function hold(lane: Lane) {
  const open: ((arrived: boolean) => void)[] = [];
  const state = { started: 0, dropped: 0 };
  const add = (times: number) => {
    for (let n = 0; n < times; n++) {
      const run = () => new Promise<boolean>((end) => (state.started++, open.push(end)));
      lane.add({ run, drop: () => state.dropped++ }, () => undefined);
    }
  };
  const end = async (times: number, arrived: boolean) => {
    for (const one of open.splice(0, times)) one(arrived);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { add, end, state };
}

describe("An endpoint's lane", () => {
  it("opens a few tries at first, one more with each that arrives, and lets a thousand wait when it has proved fast", async () => {
    const lane = new Lane();
    const { add, end, state } = hold(lane);
    add(PER_ENDPOINT);
    expect([state.started, lane.room()]).toEqual([PER_ENDPOINT, 0]);
    await end(PER_ENDPOINT, true);
    expect(lane.room()).toBe(2 * PER_ENDPOINT);
    for (let round = 0; round < 3; round++) {
      add(PER_ENDPOINT);
      await end(PER_ENDPOINT, true);
    }
    expect(lane.room()).toBe(1000);
    add(1000);
    expect([state.started, lane.queued(), lane.room()]).toEqual([4 * PER_ENDPOINT + 64, 936, 0]);
  });

  it("only probes an endpoint that failed eight times in a row, until one try arrives", async () => {
    const lane = new Lane();
    const { add, end } = hold(lane);
    add(8);
    await end(8, false);
    expect([lane.room(), lane.keepsUp()]).toEqual([0, false]);
    add(1);
    await end(1, true);
    expect([lane.room(), lane.keepsUp()]).toEqual([PER_ENDPOINT + 1, true]);
  });

  it("drops what waits when it is cleared", async () => {
    const lane = new Lane();
    const { add, end, state } = hold(lane);
    add(PER_ENDPOINT + 5);
    lane.clear();
    await end(PER_ENDPOINT, true);
    expect(state).toEqual({ started: PER_ENDPOINT, dropped: 5 });
    expect(lane.busy()).toBe(false);
  });
});
