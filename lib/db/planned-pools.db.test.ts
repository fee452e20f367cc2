import { expect, test } from "vitest";
import { poolFor } from "./client";
import type { Queryable } from "./queryable";
import { runInOneTransaction } from "./run-in-one-transaction";

async function readMode(on: Queryable): Promise<unknown> {
  return (await on.query<{ plan_cache_mode: string }>({ text: "show plan_cache_mode", values: [] })).rows[0]?.plan_cache_mode;
}

test.each(["writes", "memberships", "pages"] as const)("connections for %s keep their plans", async (work) => {
  expect(await readMode(poolFor(work))).toBe("force_generic_plan");
});

test("inside a transaction such statements belong to it, too", async () => {
  const number = (on: Queryable): Promise<unknown> => on.query<{ id: string }>({ text: "select pg_current_xact_id()::text as id", values: [] }).then(({ rows }) => rows[0]?.id);
  const numbers = await runInOneTransaction("rollback", async () => [await number(poolFor("writes")), await number(poolFor("pages"))]);
  expect(numbers[0]).toBe(numbers[1]);
});
