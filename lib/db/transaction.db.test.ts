import { once } from "node:events";
import type pg from "pg";
import { expect, test } from "vitest";
import { pool } from "./client";
import { runInOneTransaction } from "./run-in-one-transaction";
import { transaction } from "./transaction";

/** Ends the connection that a transaction holds while it does something else, and waits until that is known. */
async function cut(db: Pick<pg.Pool, "query">, held: Promise<unknown>): Promise<void> {
  const { rows } = await db.query<{ pid: number }>("select pg_backend_pid() as pid");
  const ended = pool().query("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
  await Promise.all([ended, held]);
}

test("a connection that is lost while a transaction holds it fails the transaction, not the process", async () => {
  await expect(
    transaction(async (tx) => {
      await cut(tx, once(tx, "end"));
      await tx.query("select 1");
    }),
  ).rejects.toThrow();
  const lost = new Promise((resolve) => pool().once("acquire", (client) => client.once("end", resolve)));
  await expect(
    runInOneTransaction("rollback", async (db) => {
      await cut(db, lost);
      await db.query("select 1");
    }),
  ).rejects.toThrow();
  expect((await pool().query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
