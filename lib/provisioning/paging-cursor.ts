import { createHash } from "node:crypto";
import { clock } from "@/lib/clock";
import { expiredCursor, invalidCount, invalidCursor } from "@/lib/scim/errors";

/** How long a cursor is good for: an hour, as ServiceProviderConfig says. */
export const cursorTimeoutSeconds = 3600;

/**
 * Where a page begins (RFC 9865). `after` and `before` name a row by its place in the stable order, so that the last page
 * costs what the first does; `skip` serves orders that have no such place. `total` was counted once, for the first page.
 */
export type PagingCursor = { from: "after" | "before" | "skip"; at: string; total: number; count: number };

/** The query that a cursor belongs to: it is good for no other. */
export type CursorQuery = { connectionId: string; resource: string; filter: string | null; sortBy: string | null; sortOrder: string };

/** The cursor as an opaque text of URL-safe characters. */
export function writeCursor(query: CursorQuery, cursor: PagingCursor): string {
  const issued = Math.floor(clock.now().getTime() / 1000);
  const content = JSON.stringify([cursor.from, cursor.at, cursor.total, cursor.count, issued]);
  return Buffer.from(`${checksum(query, content)}${content}`).toString("base64url");
}

/** Reads a cursor that this service wrote for this query; `count`, where the client names it, must be the first page's. */
export function readCursor(query: CursorQuery, text: string, count: number | null): PagingCursor {
  const plain = Buffer.from(text, "base64url").toString("utf8");
  const content = plain.slice(checksumLength);
  if (plain.slice(0, checksumLength) !== checksum(query, content)) throw invalidCursor("This cursor was not given out for this query. Start again without one.");
  const [from, at, total, written, issued] = JSON.parse(content) as [PagingCursor["from"], string, number, number, number];
  if (clock.now().getTime() / 1000 - issued > cursorTimeoutSeconds) throw expiredCursor("This cursor has expired. Start again without one.");
  if (count !== null && count !== written) throw invalidCount(`"count" must stay ${written} from the first page to the last.`);
  return { from, at, total, count: written };
}

const checksumLength = 16;

/** Finds slips and cursors of other queries; it guards no secret, since a cursor opens nothing that its query would not. */
function checksum(query: CursorQuery, content: string): string {
  return createHash("sha256").update(JSON.stringify([query, content])).digest("base64url").slice(0, checksumLength);
}
