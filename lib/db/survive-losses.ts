import type pg from "pg";
import { log } from "@/lib/log";

/**
 * Has a pool live on when its connections are lost. A loss that nobody hears ends the process, and pg-pool listens to a connection only while nobody holds it: not
 * while it is held, nor in the moment between its opening and the first statement. Whoever holds it learns of the loss by a statement that fails; the pool
 * does not take a lost one back.
 */
export function surviveLosses(pool: pg.Pool): pg.Pool {
  const lost = (error: Error): void => log().warn({ error: error.message }, "a database connection was lost");
  return pool.on("error", lost).on("connect", (client) => client.on("error", () => undefined));
}
