import { expect, test } from "vitest";
import { pool } from "./client";
import { nextLane } from "./lanes";
import { quickRead } from "./quick-read";

const typed = { name: "test-types", text: "select $1::int as number, true as yes, null::text as nothing, '{\"a\":[1]}'::jsonb as json, timestamptz '2026-01-02 03:04:05Z' as at, array['x','y'] as list" };

test("a quick read gives what the pool gives, described or not", async () => {
  for (let round = 0; round < 6; round++) {
    const statement = { ...typed, values: [round] };
    expect(await quickRead(statement)).toEqual((await pool().query(statement)).rows);
  }
});

test("answers of many reads at once reach their own callers, and an error only its own", async () => {
  const reads = Array.from({ length: 300 }, async (_, at) => {
    if (at % 10 === 3) return quickRead({ name: "test-divide", text: "select 1 / $1::int as number", values: [0] }).catch((error: unknown) => (error as { code: string }).code);
    return (await quickRead<{ number: number }>({ name: "test-echo", text: "select n as number from generate_series(1, $1::int) n order by n desc limit 1", values: [at + 1] }))[0]?.number;
  });
  expect(await Promise.all(reads)).toEqual(reads.map((_, at) => (at % 10 === 3 ? "22012" : at + 1)));
});

test("a connection that PostgreSQL ends costs no read its answer", async () => {
  const lanes = await Promise.all([nextLane(), nextLane()]);
  const ids = await Promise.all(lanes.map(async ({ client }) => (await client.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid));
  const reads = Array.from({ length: 40 }, (_, at) => quickRead<{ number: number }>({ name: "test-slow", text: "select $1::int as number, pg_sleep(0.005)", values: [at] }));
  await pool().query("select pg_terminate_backend(pid) from unnest($1::int[]) pid", [ids]);
  expect((await Promise.all(reads)).map((rows) => rows[0]?.number)).toEqual(reads.map((_, at) => at));
  expect((await quickRead<{ pid: number }>({ name: "test-pid", text: "select pg_backend_pid() as pid", values: [] }))[0]?.pid).not.toBe(ids[0]);
});
