import { env } from "@/lib/env";
import { pool } from "./client";
import { DescribedOnceQuery } from "./described-once-query";
import { isAnswer } from "./errors";
import { heldPool } from "./held-pool";
import { type Lane, nextLane } from "./lanes";

/** A statement that is prepared once a connection. */
export type NamedStatement = { name: string; text: string; values: unknown[] };

/**
 * Runs a named statement that reads few rows by an index, on a connection that many calls share: PostgreSQL gets the next statement before it answered the
 * last one, which spares both sides most of their system calls (bench/NOTES.md). A slow statement would hold up those behind it: that one belongs to the pool.
 * A connection that is lost on the way costs nothing but time: what it should have read is read through the pool.
 */
export async function quickRead<Row>(statement: NamedStatement): Promise<Row[]> {
  if (heldPool() || !env().preparedStatements) return (await pool().query(statement)).rows as Row[];
  try {
    return (await send(await nextLane(), statement)) as Row[];
  } catch (error) {
    if (isAnswer(error)) throw error;
    return (await pool().query(statement)).rows as Row[];
  }
}

function send(lane: Lane, statement: NamedStatement): Promise<unknown[]> {
  cork(lane);
  return new Promise((resolve, reject) => {
    const query = new DescribedOnceQuery(statement, (error) => (error ? reject(error) : resolve(query.found)));
    lane.client.query(query);
  });
}

/** Calls that came in together go out in one write. */
function cork(lane: Lane): void {
  if (lane.corked) return;
  lane.corked = true;
  lane.stream.cork();
  setImmediate(() => {
    lane.corked = false;
    lane.stream.uncork();
  });
}
