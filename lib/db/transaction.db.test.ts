import type pg from "pg";
import { expect, test } from "vitest";
import { pool } from "./client";
import { runInOneTransaction } from "./run-in-one-transaction";
import { transaction } from "./transaction";

type Held = Pick<pg.Pool, "query">;

/** The end of the connection that is handed out next. */
function nextEnd(): Promise<void> {
  return new Promise((resolve) => pool().once("acquire", (client) => client.once("end", resolve)));
}

/** Ends a connection while its holder does something else, and waits until that is known. */
async function cut(held: Held, end: Promise<void>, others: Held): Promise<void> {
  const { rows } = await held.query<{ pid: number }>("select pg_backend_pid() as pid");
  await others.query("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
  await end;
}

const holders: [string, (work: (held: Held) => Promise<unknown>) => Promise<unknown>][] = [
  ["a transaction", (work) => transaction(work)],
  ["a trial", (work) => runInOneTransaction("rollback", work)],
  ["somebody", async (work) => {
    const client = await pool().connect();
    await work(client).finally(() => client.release());
  }],
];

test.each(holders)("a connection that is lost while %s holds it fails the work, not the process", async (_, hold) => {
  const [end, others] = [nextEnd(), pool()];
  await expect(
    hold(async (held) => {
      await cut(held, end, others);
      await held.query("select 1");
    }),
  ).rejects.toThrow(/not queryable/);
  expect((await pool().query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
