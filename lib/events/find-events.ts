import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";

export type StoredEvent = { id: string; organizationId: string; type: string; sequence: number; number: number; payload: Record<string, unknown> };

export type EventsAfter = {
  /** A cursor that a page before gave, or a sequence number where one organization is named. Undefined: from the oldest kept. */
  after?: string | undefined;
  organizationId?: string | undefined;
  limit: number;
};

const columns = `id, organization_id AS "organizationId", type, sequence::float8 AS sequence, number::float8 AS number, payload`;

const bySequence = `SELECT ${columns} FROM event WHERE organization_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3`;

const byNumber = `SELECT ${columns} FROM event WHERE number > $1 ORDER BY number LIMIT $2`;

/**
 * Events in order, so that a consumer can catch up and prove that it missed none: within an organization by the gap-free
 * sequence number. Throws `invalid_cursor`.
 */
export async function findEvents(_scope: InstallationScope, { after, organizationId, limit }: EventsAfter): Promise<StoredEvent[]> {
  const from = readAfter(after);
  const query = organizationId === undefined ? { text: byNumber, values: [from ?? 0, limit] } : { text: bySequence, values: [organizationId, from ?? 0, limit] };
  const { rows } = await pool().query<StoredEvent>(query);
  return rows;
}

function readAfter(after: string | undefined): string | null {
  if (after === undefined || after === "") return null;
  if (!/^\d{1,18}$/.test(after)) throw new DomainError("invalid", "invalid_cursor", "`after` must be a cursor that this list gave, or a sequence number.");
  return after;
}
