import { expect, it } from "vitest";
import { type Joint, takeTurns, takeTurnsTogether } from "./take-turns";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Works that end when they are told to. */
function createWorks(): { begin: (name: string) => Promise<string>; finish: (name: string) => Promise<string[]> } {
  const running = new Map<string, () => void>();
  return {
    begin: async (name) => {
      await new Promise<void>((resolve) => running.set(name, resolve));
      running.delete(name);
      if (name.includes("!")) throw new Error(`${name} failed`);
      return name;
    },
    finish: async (name) => {
      running.get(name)?.();
      await turn();
      await turn();
      return [...running.keys()];
    },
  };
}

it("works of one key run one after the other, in their order, those of others beside them, and a failure is its caller's alone", async () => {
  const { begin, finish } = createWorks();
  const all = Promise.allSettled([...["a1!", "a2", "a3"].map((name) => takeTurns("a", () => begin(name))), takeTurns("b", () => begin("b1"))]);
  expect(await finish("nobody")).toEqual(["a1!", "b1"]);
  expect(await finish("a1!")).toEqual(["b1", "a2"]);
  expect(await finish("a2")).toEqual(["b1", "a3"]);
  for (const name of ["b1", "a3"]) await finish(name);
  expect((await all).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled", "fulfilled"]);
});

it("what waits and fits is worked off together, in its order and with results of its own", async () => {
  const { begin, finish } = createWorks();
  const joint: Joint<string, string> = {
    fits: (taken, next) => !taken.includes(next),
    work: async (entries) => {
      await begin(entries.join("+"));
      return entries.map((entry) => (entry === "bad" ? { status: "rejected", reason: new Error(entry) } : { status: "fulfilled", value: entry.toUpperCase() }));
    },
  };
  const join = (entry: string): Promise<string> => takeTurnsTogether("c", entry, joint);
  const all = Promise.allSettled([join("a"), join("b"), join("b"), join("bad"), takeTurns("c", () => begin("alone")), join("d")]);
  expect(await finish("nobody")).toEqual(["a+b"]);
  expect(await finish("a+b")).toEqual(["b+bad"]);
  expect(await finish("b+bad")).toEqual(["alone"]);
  expect(await finish("alone")).toEqual(["d"]);
  await finish("d");
  expect((await all).map((each) => (each.status === "fulfilled" ? each.value : "failed"))).toEqual(["A", "B", "B", "failed", "alone", "D"]);
});

it("a joint work that fails as a whole fails for each of its own, and the line goes on", async () => {
  const { begin, finish } = createWorks();
  const joint: Joint<string, string> = { fits: () => true, work: async (entries) => (await begin(`${entries.join("+")}!`), []) };
  const all = Promise.allSettled([takeTurnsTogether("d", "a", joint), takeTurnsTogether("d", "b", joint), takeTurns("d", () => begin("last"))]);
  await finish("nobody");
  expect(await finish("a+b!")).toEqual(["last"]);
  await finish("last");
  expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
});
