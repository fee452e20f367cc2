import type { Socket } from "node:net";
import pg from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { keptPlans } from "./kept-plans";

/** A connection on which statements follow each other without waiting for answers. */
export type Lane = { client: pg.Client; stream: Socket; corked: boolean };

const count = 2;

// Two module graphs in one process (see client.ts).
const lanes = ((globalThis as { rollcallLanes?: (Promise<Lane> | undefined)[] }).rollcallLanes ??= Array.from({ length: count }, () => undefined));
let last = 0;

/** One of the process's lanes, in turn; opened when it is first asked for, and again after it was lost. */
export function nextLane(): Promise<Lane> {
  last = (last + 1) % count;
  return (lanes[last] ??= openLane(last));
}

/** Closes the lanes; the process may then end. */
export async function closeLanes(): Promise<void> {
  const open = lanes.splice(0);
  lanes.length = count;
  await Promise.allSettled(open.map(async (lane) => (await lane)?.client.end()));
}

function openLane(at: number): Promise<Lane> {
  const client = new pg.Client({ connectionString: env().databaseUrl, application_name: "rollcall reads", pipeline: true, ...keptPlans() });
  const forget = (): void => {
    // One that failed may end after another one has taken its place.
    if (lanes[at] === opened) lanes[at] = undefined;
  };
  client.on("error", (error) => log().warn({ error: error.message }, "a database connection was lost"));
  client.on("end", forget);
  const opened = client.connect().then(
    () => ({ client, stream: (client as unknown as { connection: { stream: Socket } }).connection.stream, corked: false }),
    (error: unknown) => {
      forget();
      throw error;
    },
  );
  return opened;
}
