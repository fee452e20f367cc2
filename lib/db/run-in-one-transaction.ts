import type pg from "pg";
import { withHeldPool } from "./held-pool";
import { holdClient } from "./transaction";

/**
 * Runs work that opens statements and transactions of its own inside one transaction: its statements become savepoints, so that
 * it behaves as it always does, and all of it is committed or, as a rehearsal, rolled back at the end. `db` is that
 * transaction, to read what was done. Locks are given up after five seconds: a rehearsal must not hold up an IdP.
 */
export async function runInOneTransaction<Result>(end: "commit" | "rollback", work: (db: Pick<pg.Pool, "query">) => Promise<Result>): Promise<Result> {
  return holdClient(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL lock_timeout = '5s'");
    const held = new HeldPool(client);
    const result = await withHeldPool(held as unknown as pg.Pool, () => work(held as unknown as pg.Pool));
    await client.query(end === "commit" ? "COMMIT" : "ROLLBACK");
    return result;
  });
}

/** Looks like the pool, but has one connection in one transaction. */
class HeldPool {
  private count = 0;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly client: pg.PoolClient) {}

  /** One statement, undone alone when it fails. One after the other: savepoints must not cross. */
  query(...given: unknown[]): Promise<unknown> {
    const mine = this.turn.then(() => this.guarded(() => (this.client.query as (...all: unknown[]) => Promise<unknown>)(...given)));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** A transaction inside the transaction. */
  async connect(): Promise<unknown> {
    const name = this.nextName();
    const words: Record<string, string> = { BEGIN: `SAVEPOINT ${name}`, COMMIT: `RELEASE SAVEPOINT ${name}`, ROLLBACK: `ROLLBACK TO SAVEPOINT ${name}` };
    const query = (first: unknown, ...rest: unknown[]): Promise<unknown> =>
      (this.client.query as (...all: unknown[]) => Promise<unknown>)(typeof first === "string" ? (words[first.trim().toUpperCase()] ?? first) : first, ...rest);
    return { query, release: () => undefined };
  }

  private async guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    const name = this.nextName();
    await this.client.query(`SAVEPOINT ${name}`);
    try {
      const result = await work();
      await this.client.query(`RELEASE SAVEPOINT ${name}`);
      return result;
    } catch (error) {
      await this.client.query(`ROLLBACK TO SAVEPOINT ${name}`);
      throw error;
    }
  }

  private nextName(): string {
    return `held_${++this.count}`;
  }
}
