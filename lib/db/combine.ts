import { env } from "@/lib/env";
import { pool } from "./client";
import { isAnswer } from "./errors";
import { heldPool } from "./held-pool";
import type { Queryable } from "./queryable";
import { plannedPool } from "./planned-pools";

/**
 * How works of one kind are done together. `run` gives one result for each item, in their order, by one statement that is its own transaction: all of it is
 * committed or none. At most `most` items go together; `alone`: nothing of the same key begins while one of them is under way.
 */
export type Combined<Item, Result> = { name: string; most: number; alone?: true; run: (items: readonly Item[], on: Queryable) => Promise<Result[]> };

type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void };
type Line = { waiting: Waiting<unknown, unknown>[]; running: number; asked: boolean };

/** One statement at a time gathers the most, but while it commits, nothing would be done: the next one begins meanwhile. */
const atOnce = 2;

/** One that takes longer than this waits for somebody, and the next ones do not wait for it; what goes alone would do nothing meanwhile. */
const patienceMs = 25;
const patienceAloneMs = 1_000;

const lines = new Map<string, Line>();

/**
 * Does a work together with those of the same `key` that come while earlier ones are under way (group commit, decision 45): one statement, one commit and one
 * round trip for all. Who comes alone waits for nobody. Each work has its own result, as if it were alone; where the common statement fails, each is done
 * alone and fails or succeeds for itself.
 */
export function combine<Item, Result>(combined: Combined<Item, Result>, key: string, item: Item): Promise<Result> {
  // Inside a larger transaction, and where a statement has no name, there is nobody to go with.
  if (heldPool() || !env().preparedStatements) return runAlone(combined, item, pool());
  const name = `${combined.name} ${key}`;
  const line = lines.get(name) ?? { waiting: [], running: 0, asked: false };
  lines.set(name, line);
  return new Promise<Result>((resolve, reject) => {
    line.waiting.push({ item, resolve, reject } as Waiting<unknown, unknown>);
    ask(combined as unknown as Combined<unknown, unknown>, name, line);
  });
}

/** What comes in with the same turn of the event loop goes together. */
function ask(combined: Combined<unknown, unknown>, name: string, line: Line): void {
  if (line.asked || line.running >= (combined.alone ? 1 : atOnce)) return;
  line.asked = true;
  setImmediate(() => {
    line.asked = false;
    void start(combined, name, line);
  });
}

async function start(combined: Combined<unknown, unknown>, name: string, line: Line): Promise<void> {
  const together = line.waiting.splice(0, combined.most);
  line.running++;
  if (line.waiting.length > 0) ask(combined, name, line);
  let holds = true;
  const goOn = (): void => {
    if (!holds) return;
    holds = false;
    line.running--;
    if (line.waiting.length > 0) ask(combined, name, line);
    else if (line.running === 0) lines.delete(name);
  };
  const patience = setTimeout(goOn, combined.alone ? patienceAloneMs : patienceMs);
  await runTogether(combined, together);
  clearTimeout(patience);
  goOn();
}

async function runTogether<Item, Result>(combined: Combined<Item, Result>, together: Waiting<Item, Result>[]): Promise<void> {
  try {
    const results = await combined.run(together.map(({ item }) => item), plannedPool("writes"));
    if (results.length !== together.length) throw new Error(`${combined.name} gave ${results.length} results for ${together.length} items`);
    together.forEach(({ resolve }, at) => resolve(results[at] as Result));
  } catch (error) {
    // PostgreSQL's own word means that nothing was written. Where the connection was lost nobody knows: that is not done twice.
    if (together.length === 1 || !isAnswer(error)) for (const { reject } of together) reject(error);
    else for (const { item, resolve, reject } of together) await runAlone(combined, item, plannedPool("writes")).then(resolve, reject);
  }
}

async function runAlone<Item, Result>(combined: Combined<Item, Result>, item: Item, on: Queryable): Promise<Result> {
  const [result] = await combined.run([item], on);
  return result as Result;
}
