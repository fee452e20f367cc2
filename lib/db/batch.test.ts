import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addToBatch, type BatchOptions, flushBatch } from "./batch";

let written: number[][];
let finish: (() => void)[];
let options: BatchOptions<number>;

beforeEach(() => {
  vi.useFakeTimers();
  [written, finish] = [[], []];
  const write = (entries: number[]): Promise<void> => (written.push(entries), new Promise((resolve) => finish.push(resolve)));
  options = { name: expect.getState().currentTestName ?? "", everyMs: 100, size: 4, most: 10, write };
});

afterEach(() => void vi.useRealTimers());

async function finishWriting(): Promise<void> {
  finish.shift()?.();
  await vi.advanceTimersByTimeAsync(0);
}

describe("a batch", () => {
  it("is written when its time has come", async () => {
    addToBatch(options, 1);
    addToBatch(options, 2);
    await vi.advanceTimersByTimeAsync(99);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(written).toEqual([[1, 2]]);
  });

  it("is written at once when it is full", () => {
    for (const entry of [1, 2, 3, 4]) addToBatch(options, entry);
    expect(written).toEqual([[1, 2, 3, 4]]);
  });

  it("gathers anew after it was written: what came meanwhile waits its time, too", async () => {
    for (const entry of [1, 2, 3, 4, 5]) addToBatch(options, entry);
    await finishWriting();
    addToBatch(options, 6);
    expect(written).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(written.at(-1)).toEqual([5, 6]);
  });

  it("goes on at once while more than one batch waits, and drops the oldest of too many", async () => {
    for (let entry = 1; entry <= 16; entry++) addToBatch(options, entry);
    await finishWriting();
    await finishWriting();
    expect(written).toEqual([[1, 2, 3, 4], [7, 8, 9, 10], [11, 12, 13, 14]]);
  });

  it("leaves nothing behind when it is flushed, whatever is being written", async () => {
    for (const entry of [1, 2, 3, 4, 5]) addToBatch(options, entry);
    const flushed = flushBatch(options);
    await finishWriting();
    expect(written.at(-1)).toEqual([5]);
    await finishWriting();
    await flushed;
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toHaveLength(2);
  });
});
