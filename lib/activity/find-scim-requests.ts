import { pool } from "@/lib/db/client";
import { type ListOrder, readCursor, timePart, uuidPart, writeCursor } from "@/lib/db/list-order";
import type { OrganizationScope } from "@/lib/scope";
import { namePeople } from "./name-people";
import type { NamedScimRequest, ScimRequest } from "./scim-request";
import { scimRequestColumns, scimRequestJoins } from "./scim-request-columns";
import { type ScimRequestFilter, planScimRequestFilter } from "./scim-request-filter";

export type ScimRequestPage = {
  requests: NamedScimRequest[];
  nextCursor: string | null;
  /** Where a search stopped before it had enough, to be taken up again with the cursor. */
  searchedBackTo: Date | null;
};

const newestFirst: ListOrder = {
  name: "scim-requests",
  parts: [
    { sql: "q.received_at", kind: timePart, descending: true },
    { sql: "q.id", kind: uuidPart, descending: true },
  ],
};

/** How many calls one page of a search looks at: a rare word among a million calls must not hold the database for seconds. */
const scanned = 20_000;

/**
 * Logged calls of the organization's IdPs, newest first, a page at a time; filters that no index knows look at 20 000 calls a
 * page and say how far back they came. Throws `invalid_cursor`.
 */
export async function findScimRequests(scope: OrganizationScope, filter: ScimRequestFilter): Promise<ScimRequestPage> {
  const [at = "", id = ""] = filter.cursor ? readCursor(newestFirst, filter.cursor) : [];
  const after = filter.cursor ? { at, id } : null;
  const { values, indexed, matched } = planScimRequestFilter(scope, filter, after);
  const inner = `SELECT * FROM scim_request q WHERE ${indexed.join(" AND ")} ORDER BY q.received_at DESC, q.id DESC`;
  const source = matched.length > 0 ? `(${inner} LIMIT ${scanned})` : `(${inner} LIMIT ${filter.limit + 1})`;
  const where = matched.length > 0 ? `WHERE ${matched.join(" AND ")}` : "";
  const { rows } = await pool().query<ScimRequest>(
    `SELECT ${scimRequestColumns} FROM ${source} q ${scimRequestJoins} ${where} ORDER BY q.received_at DESC, q.id DESC LIMIT ${filter.limit + 1}`,
    values,
  );
  const requests = await namePeople(scope, rows.slice(0, filter.limit));
  const last = rows.length > filter.limit ? requests.at(-1) : undefined;
  if (last) return { requests, nextCursor: cursorOf(last), searchedBackTo: null };
  const stop = matched.length > 0 ? await findStop(inner, values) : null;
  return { requests, nextCursor: stop && cursorOf(stop), searchedBackTo: stop?.receivedAt ?? null };
}

/** The last call that a search looked at, when there are older ones. */
async function findStop(inner: string, values: unknown[]): Promise<{ id: string; receivedAt: Date } | null> {
  const bounded = inner.replace("SELECT *", `SELECT q.id, q.received_at AS "receivedAt"`);
  // The values of conditions that are not repeated here still have their place and type.
  const used = values.slice(0, Math.max(0, ...[...bounded.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place))));
  const { rows } = await pool().query<{ id: string; receivedAt: Date }>(`${bounded} LIMIT 1 OFFSET ${scanned - 1}`, used);
  return rows[0] ?? null;
}

function cursorOf({ id, receivedAt }: { id: string; receivedAt: Date }): string {
  return writeCursor(newestFirst, [receivedAt.toISOString(), id]);
}
