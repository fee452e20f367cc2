import { heldPool } from "./held-pool";

type Line = { inside: number; waiting: (() => void)[] };

// Two module graphs in one process (see client.ts): there is one line for what one row is.
const lines = ((globalThis as { rollcallLines?: Map<string, Line> }).rollcallLines ??= new Map<string, Line>());

/** One writes while the next one stands at the row already; a third would only wait there with a connection that others need. */
const atOnce = 2;

/**
 * Lets two works of one key run at a time within this process, the others in the order in which they came. For writers of one row, who would wait for each
 * other in PostgreSQL. Right without it, and right beside other processes; only cheaper.
 */
export async function takeTurns<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  // Whoever works inside a larger transaction may hold the row already: behind somebody who waits for it nobody would ever go on.
  if (heldPool()) return work();
  const line = lines.get(key) ?? { inside: 0, waiting: [] };
  lines.set(key, line);
  if (line.inside < atOnce) line.inside += 1;
  else await new Promise<void>((resolve) => line.waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else if (--line.inside === 0) lines.delete(key);
  }
}
