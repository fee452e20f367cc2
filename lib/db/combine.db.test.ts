import { beforeAll, beforeEach, expect, test } from "vitest";
import { pool } from "./client";
import { combine, type Combined } from "./combine";
import { runInOneTransaction } from "./run-in-one-transaction";

type Row = { id: number; text: string };
const batches: number[][] = [];

const written: Combined<Row, string> = {
  name: "test-rows",
  most: 8,
  run: async (items, on) => {
    batches.push(items.map(({ id }) => id));
    const { rows } = await on.query<Row>({ name: "test-rows", text: "insert into combined_rows select id, text from json_to_recordset($1::json) as g (id int, text text) returning *", values: [JSON.stringify(items)] });
    return items.map(({ id }) => rows.find((row) => row.id === id)?.text ?? "");
  },
};
const write = (id: number, text = `t${id}`): Promise<string> => combine(written, "one", { id, text });
const stored = async (): Promise<number[]> => (await pool().query<Row>("select id from combined_rows order by id")).rows.map(({ id }) => id);

beforeAll(async () => {
  await pool().query("create table if not exists combined_rows (id int primary key, text text not null check (text <> 'refused'))");
});
beforeEach(async () => {
  await pool().query("truncate combined_rows");
  batches.length = 0;
});

test("who comes alone goes alone, and those who come meanwhile go together, at most so many", async () => {
  const first = write(0);
  await new Promise((resolve) => setImmediate(resolve));
  const rest = Array.from({ length: 12 }, (_, at) => write(at + 1));
  expect(await Promise.all([first, ...rest])).toEqual(Array.from({ length: 13 }, (_, at) => `t${at}`));
  expect(batches).toEqual([[0], [1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12]]);
  expect(await stored()).toHaveLength(13);
});

test("while one is under way another one begins, but none of a kind that goes alone", async () => {
  const begun: string[] = [];
  const open: (() => void)[] = [];
  const held = (name: string, alone?: true): Combined<number, number> => ({
    name,
    most: 8,
    ...(alone && { alone }),
    run: async (items) => {
      begun.push(`${name} ${items.join(" ")}`);
      await new Promise<void>((resolve) => open.push(resolve));
      return [...items];
    },
  });
  const [many, one] = [held("many"), held("one", true)];
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const all = [];
  for (const item of [1, 2, 3]) {
    all.push(combine(many, "", item), combine(one, "", item));
    await turn();
  }
  expect(begun).toEqual(["many 1", "one 1", "many 2"]);
  for (let next = open.shift(); next; next = open.shift()) {
    next();
    await turn();
    await turn();
  }
  expect(await Promise.all(all)).toEqual([1, 1, 2, 2, 3, 3]);
  expect(begun.slice(3).sort()).toEqual(["many 3", "one 2 3"]);
});

test("one that PostgreSQL refuses fails by itself, and the others are done", async () => {
  const results = await Promise.allSettled([write(1), write(2, "refused"), write(3), write(3, "again")]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
  expect(await stored()).toEqual([1, 3]);
});

test("where the connection is lost nothing is done a second time", async () => {
  const lost: Combined<number, number> = {
    name: "test-lost",
    most: 8,
    run: async (items, on) => {
      batches.push([...items]);
      await on.query("select pg_terminate_backend(pg_backend_pid())");
      return [...items];
    },
  };
  const results = await Promise.allSettled([combine(lost, "one", 1), combine(lost, "one", 2)]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(batches).toEqual([[1, 2]]);
});

test("one that waits for somebody holds up nobody who comes later", async () => {
  const holder = await pool().connect();
  await holder.query("begin");
  await holder.query("insert into combined_rows values (1, 'held')");
  const waiting = write(1);
  await new Promise((resolve) => setImmediate(resolve));
  expect(batches).toEqual([[1]]);
  await expect(write(2)).resolves.toBe("t2");
  await holder.query("rollback");
  holder.release();
  await expect(waiting).resolves.toBe("t1");
});

test("inside a larger transaction a work belongs to that", async () => {
  await runInOneTransaction("rollback", async () => {
    expect(await Promise.all([write(1), write(2)])).toEqual(["t1", "t2"]);
  });
  expect(batches).toEqual([[1], [2]]);
  expect(await stored()).toEqual([]);
});
