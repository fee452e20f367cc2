import { heldPool } from "./held-pool";

/** How entries that wait for the same line are worked off together: as long as the next one `fits` those that were taken, each with a result of its own, in their order. */
export type Joint<Entry, Result> = {
  fits: (taken: readonly Entry[], next: Entry) => boolean;
  work: (entries: readonly Entry[]) => Promise<PromiseSettledResult<Result>[]>;
};

/** What stands in a line: what it does alone, or its entry of a joint work. */
type Waiting = { start: (all: readonly Waiting[]) => Promise<void>; joint: Joint<unknown, unknown> | null; entry: unknown; settle: (result: PromiseSettledResult<unknown>) => void };
type Line = { busy: boolean; waiting: Waiting[] };

// Two module graphs in one process (see client.ts): there is one line for what one row is.
const lines = ((globalThis as { rollcallLines?: Map<string, Line> }).rollcallLines ??= new Map<string, Line>());

/**
 * Lets one work of a key run at a time within this process, the others in the order in which they came. For writers of one row, who would wait for each
 * other in PostgreSQL. Right without it, and right beside other processes; only cheaper.
 */
export function takeTurns<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  // Whoever works inside a larger transaction may hold the row already: behind somebody who waits for it nobody would ever go on.
  if (heldPool()) return work();
  return stand(key, null, work);
}

/** The same for an entry that is worked off together with those that wait beside it (bench/NOTES.md, step 40). */
export async function takeTurnsTogether<Entry, Result>(key: string, entry: Entry, joint: Joint<Entry, Result>): Promise<Result> {
  if (!heldPool()) return stand(key, joint as Joint<unknown, unknown>, entry);
  const [result] = await joint.work([entry]);
  if (result?.status === "fulfilled") return result.value;
  throw result?.reason;
}

function stand<Result>(key: string, joint: Waiting["joint"], entry: unknown): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle: Waiting["settle"] = (result) => (result.status === "fulfilled" ? resolve(result.value as Result) : reject(result.reason as Error));
    const line = lines.get(key) ?? { busy: false, waiting: [] };
    lines.set(key, line);
    line.waiting.push({ joint, entry, settle, start: joint ? startTogether : startAlone });
    if (line.busy) return;
    line.busy = true;
    // What came in with the same reading of the sockets goes together.
    setImmediate(() => void workOff(key, line));
  });
}

async function workOff(key: string, line: Line): Promise<void> {
  for (let first = line.waiting.shift(); first; first = line.waiting.shift()) {
    const taken = [first];
    for (let next = line.waiting[0]; next && isJoined(taken, next); next = line.waiting[0]) taken.push(line.waiting.shift() as Waiting);
    await first.start(taken);
  }
  lines.delete(key);
}

function isJoined(taken: readonly Waiting[], next: Waiting): boolean {
  const joint = taken[0]?.joint ?? null;
  return joint !== null && joint === next.joint && joint.fits(taken.map((each) => each.entry), next.entry);
}

async function startAlone([only]: readonly Waiting[]): Promise<void> {
  if (only) only.settle(...(await Promise.allSettled([(only.entry as () => Promise<unknown>)()])));
}

async function startTogether(all: readonly Waiting[]): Promise<void> {
  const joint = all[0]?.joint;
  try {
    const results = (await joint?.work(all.map((each) => each.entry))) ?? [];
    all.forEach((each, at) => each.settle(results[at] ?? { status: "rejected", reason: new Error("a joint work gave no result") }));
  } catch (reason) {
    for (const each of all) each.settle({ status: "rejected", reason });
  }
}
