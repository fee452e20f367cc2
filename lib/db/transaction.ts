import type pg from "pg";
import { pool } from "./client";

declare const branded: unique symbol;

/** A connection inside BEGIN … COMMIT. Branded, so that an event outside a transaction does not compile. */
export type Transaction = pg.PoolClient & { readonly [branded]: "transaction" };

/** Runs `work` in one transaction: commits what it returns, rolls back what it throws. */
export async function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const result = await work(client as Transaction);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((failure: unknown) => (broken = failure as Error));
    throw error;
  } finally {
    client.release(broken);
  }
}
