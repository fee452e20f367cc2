import { pool } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { InstallationScope } from "@/lib/scope";
import { searchEvents, type Sought } from "./search-events";

export type StoredEvent = { id: string; organizationId: string; type: string; sequence: number; number: number; payload: Record<string, unknown> };

export type EventsAfter = {
  /** A cursor that a page before gave, or a sequence number where one organization is named. Undefined: from the oldest kept. */
  after?: string | undefined;
  organizationId?: string | undefined;
  order?: "asc" | "desc";
  limit: number;
  /** Only these. */
  sought?: Sought | undefined;
};

/** Beyond any number that a cursor may name. */
const NEWEST = "999999999999999999";

const columns = `id, organization_id AS "organizationId", type, sequence::float8 AS sequence, number::float8 AS number, payload`;

/** Within one organization the sequence number orders, over all of them the number. Of the table, not what is selected by the same name: that has no index. */
function select(organization: boolean, order: "asc" | "desc"): string {
  const by = organization ? "event.sequence" : "event.number";
  const beyond = order === "asc" ? ">" : "<";
  return `SELECT ${columns} FROM event WHERE ($1::uuid IS NULL OR organization_id = $1) AND ${by} ${beyond} $2 ORDER BY ${by} ${order} LIMIT $3`;
}

/**
 * Events in order, so that a consumer can catch up and prove that it missed none: within an organization by the gap-free
 * sequence number. Throws `invalid_cursor`; `cursor_expired` when events after it are no longer kept, so that nobody believes to have seen all.
 */
export async function findEvents(scope: InstallationScope, { after, organizationId, order = "asc", limit, sought }: EventsAfter): Promise<StoredEvent[]> {
  const from = readAfter(after) ?? (order === "asc" ? "0" : NEWEST);
  if (sought) return searchEvents(scope, sought, { organizationId, from, order, limit });
  const { rows } = await pool().query<StoredEvent>(select(organizationId !== undefined, order), [organizationId ?? null, from, limit]);
  if (order === "asc" && from !== "0") refuseGap(rows[0], Number(from), organizationId !== undefined);
  return rows;
}

function refuseGap(first: StoredEvent | undefined, from: number, organization: boolean): void {
  if (!first) return;
  const oldest = (organization ? first.sequence : first.number) - 1;
  if (oldest <= from) return;
  throw new DomainError("invalid", "cursor_expired", "Events after this cursor are no longer kept. Read the state anew, then go on from the oldest one.", { oldest_cursor: String(oldest) });
}

function readAfter(after: string | undefined): string | null {
  if (after === undefined || after === "") return null;
  if (!/^\d{1,18}$/.test(after)) throw new DomainError("invalid", "invalid_cursor", "`after` must be a cursor that this list gave, or a sequence number.");
  return after;
}
