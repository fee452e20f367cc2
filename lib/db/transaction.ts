import type pg from "pg";
import { pool } from "./client";

declare const branded: unique symbol;

/** A connection inside BEGIN … COMMIT. Branded, so that an event outside a transaction does not compile. */
export type Transaction = pg.PoolClient & { readonly [branded]: "transaction" };

/** Runs `work` in one transaction: commits what it returns, rolls back what it throws. */
export function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return runTransaction("BEGIN", work);
}

/**
 * The same, but the commit does not wait for the disk: when the machine loses its power, the last half second may be gone. For logs and counters only,
 * never for what somebody was told is done.
 */
export function quickTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return runTransaction("BEGIN; SET LOCAL synchronous_commit TO off", work);
}

/** Several reads of one picture: what others commit meanwhile does not show. */
export function snapshot<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return runTransaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);
}

async function runTransaction<Result>(begin: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return holdClient(async (client) => {
    await client.query(begin);
    const result = await work(client as Transaction);
    await client.query("COMMIT");
    return result;
  });
}

/** Holds a connection of the pool for `work`, which leaves no transaction open; where it throws, what it did is rolled back. */
export async function holdClient<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    await client.query("ROLLBACK").catch((failure: unknown) => (broken = failure as Error));
    throw error;
  } finally {
    client.release(broken);
  }
}
