import { pool } from "@/lib/db/client";

/** Resolves as soon as `count` statements wait for a lock: the moment at which a race is where a test wants it. */
export async function untilWaiting(count = 1): Promise<void> {
  for (let waiting = 0; waiting < count; ) {
    const { rows } = await pool().query<{ waiting: number }>(
      "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    waiting = rows[0]?.waiting ?? 0;
  }
}
