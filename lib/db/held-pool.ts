import { AsyncLocalStorage } from "node:async_hooks";
import type pg from "pg";

type Held = { pool: pg.Pool | null };

// Two module graphs in one process (see client.ts): what says whose queries go where must be one.
const storage = ((globalThis as { rollcallOneTransaction?: AsyncLocalStorage<Held> }).rollcallOneTransaction ??= new AsyncLocalStorage<Held>());

/** The pool of the work that runs in one transaction of its own here and now; undefined everywhere else. */
export function heldPool(): pg.Pool | undefined {
  return storage.getStore()?.pool ?? undefined;
}

/** Lets `work` find `pool` wherever it asks for the pool of the process. What it leaves behind, such as timers, finds the real one. */
export async function withHeldPool<Result>(pool: pg.Pool, work: () => Promise<Result>): Promise<Result> {
  const held: Held = { pool };
  try {
    return await storage.run(held, work);
  } finally {
    held.pool = null;
  }
}
