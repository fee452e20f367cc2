import type { Transaction } from "@/lib/db/transaction";

/** "events" in ASCII: the key of the lock that makes one process the sequencer. */
const SEQUENCER_LOCK = 0x6576656e7473;

const OVERALL = "00000000-0000-0000-0000-000000000000";

const numberPending = `
  WITH pending AS (
    SELECT id, organization_id, position FROM event WHERE sequence IS NULL ORDER BY position LIMIT $1
  ), counted AS (
    SELECT id, organization_id,
           row_number() OVER (PARTITION BY organization_id ORDER BY position) AS nth,
           count(*) OVER (PARTITION BY organization_id) AS total,
           row_number() OVER (ORDER BY position) AS nth_overall,
           count(*) OVER () AS total_overall
      FROM pending
  ), reserved AS (
    INSERT INTO event_sequence AS s (organization_id, last)
    SELECT DISTINCT organization_id, total FROM counted
    UNION SELECT '${OVERALL}'::uuid, total_overall FROM counted
    ON CONFLICT (organization_id) DO UPDATE SET last = s.last + excluded.last
    RETURNING organization_id, last
  )
  UPDATE event e SET sequence = own.last - c.total + c.nth, number = overall.last - c.total_overall + c.nth_overall
    FROM counted c
    JOIN reserved own ON own.organization_id = c.organization_id
    JOIN reserved overall ON overall.organization_id = '${OVERALL}'
   WHERE e.id = c.id
  RETURNING e.id, e.organization_id AS "organizationId", e.type, e.number::float8 AS number, e.sequence::float8 AS sequence`;

/** An event that has just got its numbers. */
export type NumberedEvent = { id: string; organizationId: string; type: string; number: number; sequence: number };

/**
 * Gives committed events their numbers, gap-free within each organization (decision 9), and returns them in order. Only what is
 * visible gets a number, under a lock that one process holds: a commit that comes later gets a later number, and no writer
 * ever waits for another on a counter. Returns null when another process is at it.
 */
export async function numberEvents(tx: Transaction, most: number): Promise<NumberedEvent[] | null> {
  const lock = await tx.query<{ mine: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS mine", [SEQUENCER_LOCK]);
  if (!lock.rows[0]?.mine) return null;
  const { rows } = await tx.query<NumberedEvent>({ name: "number-events", text: numberPending, values: [most] });
  return rows.sort((a, b) => a.number - b.number);
}
