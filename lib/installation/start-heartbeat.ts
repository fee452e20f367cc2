import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { uuidv7 } from "uuidv7";
import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

export type Heartbeat = { stop: () => Promise<void> };

const everyMs = 10_000;

const BEAT = `
  WITH old AS (DELETE FROM process_heartbeat WHERE seen_at < now() - interval '1 day')
  INSERT INTO process_heartbeat (id, role, version, host, pid, memory_bytes, started_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (id) DO UPDATE SET seen_at = now(), memory_bytes = excluded.memory_bytes`;

/** Reports this process to the operator console until stopped. A report that fails is logged; the next one tries again. */
export function startHeartbeat(): Heartbeat {
  const [id, startedAt] = [uuidv7(), new Date()];
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const beat = (): Promise<unknown> =>
    pool()
      .query(BEAT, [id, env().role, version, hostname(), process.pid, process.memoryUsage().rss, startedAt])
      .catch((error: unknown) => log().warn({ error: (error as Error).message }, "the process could not report itself"));
  let last = beat();
  const timer = setInterval(() => void (last = beat()), everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await last;
      await pool().query("DELETE FROM process_heartbeat WHERE id = $1", [id]).catch(() => undefined);
    },
  };
}
