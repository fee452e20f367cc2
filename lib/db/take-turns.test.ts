import { expect, it } from "vitest";
import { takeTurns } from "./take-turns";

it("two works of one key run at a time, in their order, those of others beside them, and a failure is its caller's alone", async () => {
  const running = new Map<string, () => void>();
  const work = (name: string) => async (): Promise<string> => {
    await new Promise<void>((resolve) => running.set(name, resolve));
    running.delete(name);
    if (name === "a2") throw new Error("a2 failed");
    return name;
  };
  const finish = async (name: string): Promise<string[]> => {
    running.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
    return [...running.keys()];
  };
  const all = Promise.allSettled([...["a1", "a2", "a3", "a4"].map((name) => takeTurns("a", work(name))), takeTurns("b", work("b1"))]);
  expect(await finish("nobody")).toEqual(["a1", "a2", "b1"]);
  expect(await finish("a2")).toEqual(["a1", "b1", "a3"]);
  expect(await finish("a1")).toEqual(["b1", "a3", "a4"]);
  for (const name of ["b1", "a4", "a3"]) await finish(name);
  expect((await all).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"]);
});
