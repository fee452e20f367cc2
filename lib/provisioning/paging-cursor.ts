import { createHash } from "node:crypto";
import { clock } from "@/lib/clock";
import { expiredCursor, invalidCount, invalidCursor, type ScimError } from "@/lib/scim/errors";
import { openCursor, sealCursor } from "@/lib/sealed-cursor";

/** How long a cursor is good for: an hour, as ServiceProviderConfig says. */
export const cursorTimeoutSeconds = 3600;

/**
 * Where a page begins (RFC 9865). `after` and `before` name a row by its place in the stable order, so that the last page
 * costs what the first does; `skip` serves orders that have no such place. `total` was counted once, for the first page.
 */
export type PagingCursor = { from: "after" | "before" | "skip"; at: string; total: number; count: number };

/** The query that a cursor belongs to: it is good for no other. */
export type CursorQuery = { connectionId: string; resource: string; filter: string | null; sortBy: string | null; sortOrder: string };

/** The cursor as an opaque text of URL-safe characters, sealed: nobody can read or make one (RFC 9865 section 5.2). */
export function writeCursor(query: CursorQuery, cursor: PagingCursor): string {
  const issued = Math.floor(clock.now().getTime() / 1000);
  return sealCursor([nameQuery(query), cursor.from, cursor.at, cursor.total, cursor.count, issued]);
}

/** Reads a cursor that this service wrote for this query; `count`, where the client names it, must be the first page's. */
export function readCursor(query: CursorQuery, text: string, count: number | null): PagingCursor {
  const content = openCursor(text);
  // A cursor of another tenant looks like one that never was.
  if (content?.[0] !== nameQuery(query)) throw notGivenOut();
  const [, from, at, total, written, issued] = content as Content;
  if (clock.now().getTime() / 1000 - issued > cursorTimeoutSeconds) throw expiredCursor("This cursor has expired. Start again without one.");
  if (count !== null && count !== written) throw invalidCount(`"count" must stay ${written} from the first page to the last.`);
  return { from, at, total, count: written };
}

type Content = [name: string, from: PagingCursor["from"], at: string, total: number, count: number, issued: number];

function notGivenOut(): ScimError {
  return invalidCursor("This cursor was not given out for this query. Start again without one.");
}

function nameQuery(query: CursorQuery): string {
  return createHash("sha256").update(JSON.stringify(query)).digest("base64url").slice(0, 22);
}
