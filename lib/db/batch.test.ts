import { expect, test, vi } from "vitest";
import { addToBatch, flushBatch, type BatchOptions } from "./batch";

function options(name: string, more: Partial<BatchOptions<number>> = {}) {
  const written: number[][] = [];
  const gates: (() => void)[] = [];
  const write = (entries: number[]): Promise<void> => {
    written.push(entries);
    return new Promise((resolve) => gates.push(resolve));
  };
  return { written, gates, batch: { name, everyMs: 60_000, size: 2, most: 100, write, ...more } satisfies BatchOptions<number> };
}

test("a flush ends when what waited at its call is written, however much comes meanwhile", async () => {
  const { batch, written, gates } = options("flush");
  addToBatch(batch, 1);
  const done = vi.fn();
  const flushed = flushBatch(batch).then(done);
  await vi.waitFor(() => expect(written).toEqual([[1]]));
  for (const entry of [2, 3, 4]) addToBatch(batch, entry);
  expect(done).not.toHaveBeenCalled();
  gates[0]?.();
  await flushed;
  expect(written).toEqual([[1]]);

  const rest = flushBatch(batch);
  await vi.waitFor(() => expect(written).toHaveLength(2));
  gates[1]?.();
  await vi.waitFor(() => expect(written).toHaveLength(3));
  gates[2]?.();
  await rest;
  expect(written).toEqual([[1], [2, 3], [4]]);
});

test("a full batch is written at once, one write at a time; beyond the most the oldest are dropped", async () => {
  const { batch, written, gates } = options("full", { most: 3 });
  for (const entry of [1, 2]) addToBatch(batch, entry);
  expect(written).toEqual([[1, 2]]);
  for (const entry of [3, 4, 5, 6]) addToBatch(batch, entry);
  expect(written).toHaveLength(1);
  const flushed = flushBatch(batch);
  for (const index of [0, 1, 2]) {
    await vi.waitFor(() => expect(gates[index]).toBeDefined());
    gates[index]?.();
  }
  await flushed;
  expect(written).toEqual([[1, 2], [4, 5], [6]]);
});

test("what comes while a batch is written waits its time: a busy process does not write a handful of entries at a time", async () => {
  vi.useFakeTimers();
  const { batch, written, gates } = options("gathers", { everyMs: 100, size: 100 });
  addToBatch(batch, 1);
  await vi.advanceTimersByTimeAsync(100);
  addToBatch(batch, 2);
  gates[0]?.();
  await vi.advanceTimersByTimeAsync(50);
  addToBatch(batch, 3);
  expect(written).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(50);
  expect(written).toEqual([[1], [2, 3]]);
  vi.useRealTimers();
});
